using System.Globalization;
using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;
using Neatx.Core.Labels;
using Neatx.Learning.Training.Tables;

namespace Neatx.Learning.Prediction;

/// <summary>
/// The label set that a detector makes: a row an image with, for each finding, its label and its score. As CSV, as Parquet, and what both stand
/// on as JSON beside them; refused images in a table of their own.
/// </summary>
public sealed class PredictedLabels
{
    private const string ScoreSuffix = "_score";

    private readonly DetectorCard _card;
    private readonly IReadOnlyList<ImageOutcome> _scored;
    private readonly IReadOnlyList<ImageOutcome> _refused;

    /// <param name="model">The detector that scored.</param>
    /// <param name="outcomes">One an image, in the order of the table.</param>
    /// <exception cref="NeatxException">Two columns of the table would have one name.</exception>
    public PredictedLabels(DetectorModel model, IReadOnlyList<ImageOutcome> outcomes)
    {
        (_card, _scored, _refused) = (model.Card, [.. outcomes.Where(each => !each.IsRefused)], [.. outcomes.Where(each => each.IsRefused)]);
        if (Columns().GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new NeatxException($"two columns of the label set would be called {Wording.Quote(twice.Key)}. Rename the finding in the protocol, and train again.");
        Card = new LabelSetCard
        {
            Detector = _card,
            ModelSha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(model.Onnx)),
            Engine = Inference.EngineIdentity.Text,
            Labelled = _scored.Count,
            Refused = _refused.Count,
            Positive = _card.Findings().Select((finding, index) => KeyValuePair.Create(finding, _scored.Count(each => StateOf(each, index) == LabelState.Positive)))
                .ToDictionary(StringComparer.Ordinal),
        };
    }

    /// <summary>What stands in labels.json.</summary>
    public LabelSetCard Card { get; }

    /// <summary>The files beside a CSV file: the same with another ending.</summary>
    public static (string Parquet, string Json, string Refused) Beside(string csv)
    {
        var stem = Path.Combine(Path.GetDirectoryName(csv)!, Path.GetFileNameWithoutExtension(csv));
        return ($"{stem}.parquet", $"{stem}.json", $"{stem}.refused.csv");
    }

    /// <summary>Writes all files, each whole or not at all, the CSV file last.</summary>
    /// <exception cref="NeatxException">A file cannot be written, for instance because the disk is full.</exception>
    public void Write(string csv)
    {
        csv = Path.GetFullPath(csv);
        try
        {
            WriteFiles(csv);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or DuckDBException)
        {
            throw new NeatxException($"the label set {csv} cannot be written: {wrong.Message.TrimEnd('.')}. All scores are kept beside it: free some space, and run the same command again.", wrong);
        }
    }

    private void WriteFiles(string csv)
    {
        var (parquet, json, refused) = Beside(csv);
        AtomicFile.Write(refused, stream => WriteText(stream, ["image", "reason", "detail"], _refused.Select(each => (string[])[each.Image, each.Reason!, each.Detail!])));
        AtomicFile.Write(json, stream => JsonSerializer.Serialize(stream, Card, LabelJson.Default.LabelSetCard));
        AtomicFile.Replace(parquet, WriteParquet);
        AtomicFile.Write(csv, stream => WriteText(stream, [.. Columns()], _scored.Select(Cells)));
    }

    private static void WriteText(Stream stream, string[] header, IEnumerable<string[]> rows)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', header.Select(Quoted)));
        foreach (var row in rows) writer.WriteLine(string.Join(',', row.Select(Quoted)));
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private IEnumerable<string> Columns() => ["image", .. _card.Findings().SelectMany(finding => (string[])[finding, finding + ScoreSuffix])];

    private string[] Cells(ImageOutcome outcome) =>
    [
        outcome.Image,
        .. _card.Findings().SelectMany((_, index) => (string[])
        [
            Word(StateOf(outcome, index)),
            outcome.Scores![index].ToString(CultureInfo.InvariantCulture),
        ]),
    ];

    private static string Word(LabelState state) => state == LabelState.Positive ? "positive" : "negative";

    private LabelState StateOf(ImageOutcome outcome, int finding) =>
        outcome.Scores![finding] >= _card.Thresholds[finding].Threshold ? LabelState.Positive : LabelState.Negative;

    private void WriteParquet(string path)
    {
        using var connection = TableConnection.Open();
        using var command = connection.CreateCommand();
        var columns = string.Join(", ", _card.Findings().Select(finding => $"{Name(finding)} VARCHAR, {Name(finding + ScoreSuffix)} FLOAT"));
        command.CommandText = $"CREATE TABLE labels (image VARCHAR, {columns})";
        command.ExecuteNonQuery();
        using (var appender = connection.CreateAppender("labels"))
        {
            foreach (var outcome in _scored)
            {
                var row = appender.CreateRow().AppendValue(outcome.Image);
                for (var finding = 0; finding < outcome.Scores!.Count; finding++)
                    row.AppendValue(Word(StateOf(outcome, finding))).AppendValue(outcome.Scores[finding]);
                row.EndRow();
            }
        }

        var card = TableConnection.Text(JsonSerializer.Serialize(Card, CardJson.Default.LabelSetCard));
        command.CommandText = $"COPY labels TO {TableConnection.Text(path)} (FORMAT parquet, KV_METADATA {{neatx: {card}}})";
        command.ExecuteNonQuery();

        static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
