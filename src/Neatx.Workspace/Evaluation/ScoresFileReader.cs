using System.Globalization;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Evaluation;

/// <summary>
/// Reads labels and scores from any CSV file, plain, .gz or .zip. Every row must be as it should be: the first that are not are listed together.
/// </summary>
public sealed class ScoresFileReader
{
    /// <summary>A column with more different texts than this holds no labels.</summary>
    private const int MostTexts = 250;

    private const int RowsPerBeat = 1 << 16;

    private readonly string name;
    private readonly ScoreColumns columns;
    private readonly CsvRows rows;
    private readonly RowProblems problems;
    private readonly TextIndex texts = new();
    private readonly TextIndex patients = new();
    private readonly List<RatingText> places = [];
    private readonly List<int?> textOfRow = [];
    private readonly List<int> clusterOfRow = [];
    private readonly List<double>[] scores;
    private readonly List<BlankScore> blankScores = [];
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> blanks;

    private ScoresFileReader(string name, ScoreColumns columns, CsvRows rows)
    {
        (this.name, this.columns, this.rows) = (name, columns, rows);
        problems = new RowProblems(name);
        scores = [.. columns.Scores.Select(_ => new List<double>())];
        blanks = new HashSet<string>([.. columns.Blanks, "missing"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">Where it is; messages name it so.</param>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="observer">Hears of progress.</param>
    /// <exception cref="NeatxException">It is not there, not CSV, lacks a column, or rows are not as they should be.</exception>
    public static ScoresFile Read(string path, ScoreColumns columns, IRunObserver observer)
    {
        MissingPath.RefuseUnlessFile(path);
        var limits = new ReadLimits();
        using var file = TableFile.Open(path, path, limits);
        using var records = new CsvRows(file.Text, path, limits);
        return new ScoresFileReader(path, columns, records).Read(() => observer.Progress($"reading {Path.GetFileName(path)}", file.Done, file.Total));
    }

    private ScoresFile Read(Action beat)
    {
        if (!rows.Read()) throw new NeatxException($"{name} holds only empty lines; a table was expected.");
        var header = new CsvHeader(rows, name, named: true);
        var label = header.Find(columns.Label);
        int[] score = [.. columns.Scores.Select(header.Find)];
        int? cluster = columns.Cluster is { } column ? header.Find(column) : null;
        for (var count = 1; rows.Read(); count++)
        {
            if (count % RowsPerBeat == 0) beat();
            if (header.Misfit(rows) is { } misfit)
            {
                problems.Add(misfit.Code, rows.Line, null, misfit.Found, misfit.Expected, misfit.NextStep);
                continue;
            }

            AddLabel(Cell(label));
            for (var index = 0; index < score.Length; index++) AddScore(index, Cell(score[index]));
            if (cluster is { } patient) AddPatient(Cell(patient));
        }

        problems.ThrowIfAny();
        if (textOfRow.Count == 0) throw new NeatxException($"{name} has a header but no rows. Check that the file is complete.");
        return new ScoresFile(
            name, columns, places, [.. textOfRow], [.. scores.Select(column => column.ToArray())], cluster is null ? null : [.. clusterOfRow], blankScores);
    }

    private ReadOnlySpan<char> Cell(int column) => rows[column].Trim();

    private bool IsBlank(ReadOnlySpan<char> cell) => cell.IsEmpty || blanks.Contains(cell);

    private void AddLabel(ReadOnlySpan<char> cell)
    {
        if (IsBlank(cell))
        {
            textOfRow.Add(null);
            return;
        }

        var text = texts.NumberOf(cell, out var isNew);
        if (isNew) places.Add(new RatingText(texts.Texts[text], name, rows.Line, columns.Label));
        if (text >= MostTexts)
        {
            throw new NeatxException(
                $"{name}:{rows.Line}, column '{columns.Label}': more than {MostTexts} different texts so far, the last {Wording.Quote(cell.ToString())}. "
                + "A label is positive or negative; name a column that holds labels.");
        }

        textOfRow.Add(text);
    }

    private void AddScore(int index, ReadOnlySpan<char> cell)
    {
        // A blank is kept as NaN: whether it matters depends on the label, and no evaluation takes it.
        var value = double.NaN;
        if (IsBlank(cell))
            blankScores.Add(new BlankScore(textOfRow.Count - 1, rows.Line, columns.Scores[index]));
        else if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
            problems.Add("not-a-number", rows.Line, columns.Scores[index], cell, "a number with a decimal point", "Correct the cell.");
        scores[index].Add(value);
    }

    private void AddPatient(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            problems.Add("blank-cluster", rows.Line, columns.Cluster, cell, "the patient of the image", "Fill it in, or leave the column out of the command.");
        clusterOfRow.Add(patients.NumberOf(cell, out _));
    }
}
