using System.Globalization;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Reads ratings from any CSV file, plain, .gz or .zip. Every row must be as it should be: the first that are not are listed together.</summary>
public sealed class RatingsFileReader
{
    /// <summary>A column with more different texts than this holds no ratings.</summary>
    private const int MostTexts = 250;

    private const int RowsPerBeat = 1 << 16;

    private readonly string name;
    private readonly RatingColumns columns;
    private readonly RowProblems problems;
    private readonly CsvRows rows;
    private readonly TextIndex items = new();
    private readonly TextIndex raters = new();
    private readonly TextIndex texts = new();
    private readonly List<RatingText> places = [];
    private readonly List<RatingEntry> entries = [];
    private readonly PerItem clusters;
    private readonly PerItem references;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> blanks;

    private RatingsFileReader(string name, RatingColumns columns, CsvRows rows)
    {
        (this.name, this.columns, this.rows) = (name, columns, rows);
        problems = new RowProblems(name);
        clusters = new PerItem(columns.Cluster ?? "", "cluster", problems);
        references = new PerItem(columns.Reference ?? "", "reference label", problems);
        blanks = new HashSet<string>([.. columns.Blanks, "missing"], StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">Where it is; messages name it so.</param>
    /// <param name="columns">Which columns hold what.</param>
    /// <param name="observer">Hears of progress.</param>
    /// <exception cref="NeatxException">It is not there, not CSV, lacks a column, or rows are not as they should be.</exception>
    public static RatingsFile Read(string path, RatingColumns columns, IRunObserver observer)
    {
        MissingPath.RefuseUnlessFile(path);
        var limits = new ReadLimits();
        using var file = TableFile.Open(path, path, limits);
        using var records = new CsvRows(file.Text, path, limits);
        return new RatingsFileReader(path, columns, records).Read(() => observer.Progress($"reading {Path.GetFileName(path)}", file.Done, file.Total));
    }

    private RatingsFile Read(Action beat)
    {
        if (!rows.Read()) throw new NeatxException($"{name} holds only empty lines; a table was expected.");
        var header = new CsvHeader(rows, name, named: true);
        int? Column(string? column) => column is null ? null : header.Find(column);
        var (item, rater, label) = (Column(columns.Item), Column(columns.Rater), Column(columns.Label));
        var (cluster, reference) = (Column(columns.Cluster), Column(columns.Reference));
        int[] ratings = [.. columns.Ratings.Select(header.Find)];
        foreach (var column in columns.Ratings) raters.NumberOf(column, out _);

        for (var count = 1; rows.Read(); count++)
        {
            if (count % RowsPerBeat == 0) beat();
            if (header.Misfit(rows) is { } misfit)
            {
                problems.Add(misfit.Code, rows.Line, null, misfit.Found, misfit.Expected, misfit.NextStep);
                continue;
            }

            if (ItemOf(item, count) is not { } number) continue;
            if (cluster is { } clusterColumn) clusters.Set(number, Cell(clusterColumn), rows.Line);
            if (reference is { } referenceColumn && !IsBlank(Cell(referenceColumn))) references.Set(number, Cell(referenceColumn), rows.Line);
            if (rater is { } raterColumn) AddRating(number, raterColumn, label!.Value);
            for (var index = 0; index < ratings.Length; index++) Add(number, index, ratings[index], columns.Ratings[index]);
        }

        problems.ThrowIfAny();
        if (items.Texts.Count == 0) throw new NeatxException($"{name} has a header but no rows. Check that the file is complete.");
        return new RatingsFile(name, items.Texts, raters.Texts, places, entries)
        {
            ClusterOfItem = cluster is null ? null : clusters.Numbers,
            ReferenceOfItem = reference is null ? null : references.TextsOf(items.Texts.Count, name),
        };
    }

    private ReadOnlySpan<char> Cell(int column) => rows[column].Trim();

    private bool IsBlank(ReadOnlySpan<char> text) => text.IsEmpty || blanks.Contains(text);

    private int? ItemOf(int? column, int row)
    {
        if (column is not { } index) return items.NumberOf(row.ToString(CultureInfo.InvariantCulture), out _);
        if (!Cell(index).IsEmpty) return items.NumberOf(Cell(index), out _);
        problems.Add("blank-item", rows.Line, columns.Item, "", "the name of an item", "Name the item, or take out the row.");
        return null;
    }

    private void AddRating(int item, int raterColumn, int labelColumn)
    {
        if (Cell(raterColumn).IsEmpty)
            problems.Add("blank-rater", rows.Line, columns.Rater, "", "the name of a rater", "Name the rater, or take out the row.");
        else
            Add(item, raters.NumberOf(Cell(raterColumn), out _), labelColumn, columns.Label!);
    }

    private void Add(int item, int rater, int column, string columnName)
    {
        var cell = Cell(column);
        if (IsBlank(cell)) return;
        var text = texts.NumberOf(cell, out var isNew);
        if (isNew) places.Add(new RatingText(texts.Texts[text], name, rows.Line, columnName));
        if (text >= MostTexts)
            throw new NeatxException($"{name}:{rows.Line}, column '{columnName}': more than {MostTexts} different texts so far, the last {Wording.Quote(cell.ToString())}. "
                + "Ratings are categories; name a column that holds them.");
        entries.Add(new RatingEntry(item, rater, text, checked((int)rows.Line)));
    }
}
