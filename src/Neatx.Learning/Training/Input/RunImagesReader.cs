using System.Globalization;
using DuckDB.NET.Data;
using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Training.Tables;

namespace Neatx.Learning.Training.Input;

/// <summary>Reads images.parquet and finds every mistake in it; of a kind the first rows are named and the rest counted.</summary>
internal sealed class RunImagesReader
{
    private const int MostOfAKind = 5;

    private static readonly (string Name, bool IsList)[] Columns =
    [
        (RunImages.Image, false), (RunImages.Patient, false), (RunImages.Path, false), (RunImages.Part, false), (RunImages.States, true), (RunImages.Certainties, true),
    ];

    private readonly IReadOnlyList<string> _findings;
    private readonly List<RunMistake> _mistakes;
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);

    private RunImagesReader(IReadOnlyList<string> findings, List<RunMistake> mistakes) => (_findings, _mistakes) = (findings, mistakes);

    /// <summary>The images in the order of the file, or null where mistakes were added to the list.</summary>
    public static IReadOnlyList<RunImage>? Read(string file, IReadOnlyList<string> findings, List<RunMistake> mistakes)
    {
        var first = mistakes.Count;
        var reader = new RunImagesReader(findings, mistakes);
        try
        {
            using var connection = TableConnection.Open();
            if (!reader.HasColumns(connection, file)) return null;
            var images = reader.Rows(connection, file);
            reader.CheckPatients(images);
            reader.CountTheRest();
            return mistakes.Count == first ? images : null;
        }
        catch (DuckDBException error)
        {
            mistakes.Add(new RunMistake(RunFiles.Images, null, $"this is not a Parquet file that can be read: {error.Message.Split('\n')[0]}"));
            return null;
        }
    }

    private bool HasColumns(DuckDBConnection connection, string file)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var command = connection.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM {TableConnection.Parquet(file)}";
        using (var rows = command.ExecuteReader())
            while (rows.Read()) found.Add(rows.GetString(0), rows.GetString(1));
        var first = _mistakes.Count;
        foreach (var (name, isList) in Columns)
        {
            if (!found.TryGetValue(name, out var type)) Add($"there is no column '{name}'; there are {string.Join(", ", found.Keys)}.");
            else if (type.EndsWith("[]", StringComparison.Ordinal) != isList) Add($"the column '{name}' is {type}; expected {(isList ? "a list with a value for each finding" : "text")}.");
        }

        return _mistakes.Count == first;
    }

    private List<RunImage> Rows(DuckDBConnection connection, string file)
    {
        var images = new List<RunImage>();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT image::VARCHAR, patient::VARCHAR, path::VARCHAR, part::VARCHAR, states::BIGINT[], certainties::FLOAT[] FROM {TableConnection.Parquet(file)}
            """;
        using var rows = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 1; rows.Read(); row++)
        {
            var texts = new string[4];
            for (var column = 0; column < texts.Length; column++)
            {
                texts[column] = rows.IsDBNull(column) ? "" : rows.GetString(column);
                if (texts[column].Length == 0) Add(row, $"the column '{Columns[column].Name}' is empty.", Columns[column].Name);
            }

            if (texts[0].Length > 0 && !names.Add(texts[0])) Add(row, $"the image '{texts[0]}' stands twice.", "twice");
            images.Add(new RunImage(texts[0], texts[1], texts[2], texts[3], States(rows, row), Certainties(rows, row)));
        }

        if (images.Count == 0) Add("there is no row; a run needs images.");
        return images;
    }

    private LabelState[] States(DuckDBDataReader rows, int row)
    {
        List<long?> states = rows.IsDBNull(4) ? [] : rows.GetFieldValue<List<long?>>(4);
        if (states.Count != _findings.Count)
            Add(row, $"'{RunImages.States}' has {Text(states.Count)} values; expected one for each of {Text(_findings.Count)} findings: {string.Join(", ", _findings)}.", "states count");
        if (states.Find(state => state is not (null or (>= 0 and <= (long)LabelState.Invalid))) is { } wrong)
            Add(row, $"'{RunImages.States}' holds {Text(wrong)}; expected 0 missing, 1 negative, 2 uncertain, 3 positive, 4 invalid.", "states range");
        return [.. states.Select(state => (LabelState)(state ?? 0))];
    }

    private float?[] Certainties(DuckDBDataReader rows, int row)
    {
        if (rows.IsDBNull(5)) return new float?[_findings.Count];
        var certainties = rows.GetFieldValue<List<float?>>(5);
        if (certainties.Count != _findings.Count)
            Add(row, $"'{RunImages.Certainties}' has {Text(certainties.Count)} values; expected one, or NULL, for each of {Text(_findings.Count)} findings.", "certainties count");
        if (certainties.Find(certainty => certainty is not (null or (>= 0 and <= 1))) is { } wrong)
            Add(row, $"'{RunImages.Certainties}' holds {wrong.ToString(CultureInfo.InvariantCulture)}; expected numbers from 0 to 1.", "certainties range");
        return [.. certainties];
    }

    /// <summary>A patient whose images train must be met nowhere else: what is measured there would be memory.</summary>
    private void CheckPatients(List<RunImage> images)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var image in images.Where(image => image.Part == RunParts.Validation)) parts[image.Patient] = image.Part;
        foreach (var image in images.Where(image => image.Part == RunParts.Train)) parts[image.Patient] = image.Part;
        for (var row = 0; row < images.Count; row++)
        {
            var image = images[row];
            if (parts.TryGetValue(image.Patient, out var part) && part != image.Part)
                Add(row + 1, $"patient '{image.Patient}' has images in '{part}' and in '{image.Part}'; a patient belongs to one part.", "patients");
        }
    }

    private void Add(string message) => _mistakes.Add(new RunMistake(RunFiles.Images, null, message));

    private void Add(int row, string message, string kind)
    {
        var count = _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
        if (count <= MostOfAKind) Add($"row {Text(row)}: {message}");
    }

    private void CountTheRest()
    {
        foreach (var count in _kinds.Values.Where(count => count > MostOfAKind)) Add($"and {Text(count - MostOfAKind)} more rows of one of these kinds.");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
