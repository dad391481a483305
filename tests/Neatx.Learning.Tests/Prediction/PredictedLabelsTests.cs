using System.Text.Json;
using DuckDB.NET.Data;
using Neatx.Core.Training;
using Neatx.Learning.Prediction;

namespace Neatx.Learning.Tests.Prediction;

public sealed class PredictedLabelsTests : IDisposable
{
    private readonly TrainedRun _run = new();
    private readonly DetectorModel _model;

    public PredictedLabelsTests() => _model = RunDetector.Read(_run.Folder, new ThresholdChoice());

    [Fact]
    public void Write_ScoredAndRefused_GivesLabelsScoresAndReasons()
    {
        var path = Write(Outcome("a.png", .495f, .1f, .1f), Outcome("b, c.png", .4949f, .5f, 1e-7f), Refused("d.png"));
        Assert.Equal(
            """
            image,drain,drain_score,nasogastric,nasogastric_score,effusion,effusion_score
            a.png,positive,0.495,negative,0.1,negative,0.1
            "b, c.png",negative,0.4949,positive,0.5,negative,1E-07

            """,
            File.ReadAllText(path));
        Assert.Equal("image,reason,detail\nd.png,Constant,\"Every pixel, it seems.\"\n", File.ReadAllText(PredictedLabels.Beside(path).Refused));
    }

    [Fact]
    public void Write_Parquet_HoldsTheSameAndItsSource()
    {
        var path = Write(Outcome("a.png", .9f, .1f, .1f), Refused("d.png"));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var parquet = PredictedLabels.Beside(path).Parquet;
        command.CommandText = $"SELECT image, drain, drain_score FROM read_parquet('{parquet}')";
        using (var rows = command.ExecuteReader())
        {
            Assert.True(rows.Read());
            Assert.Equal(("a.png", "positive", .9f), (rows.GetString(0), rows.GetString(1), rows.GetFloat(2)));
            Assert.False(rows.Read());
        }

        command.CommandText = $"SELECT decode(value) FROM parquet_kv_metadata('{parquet}') WHERE decode(key) = 'neatx'";
        using var card = JsonDocument.Parse((string)command.ExecuteScalar()!);
        using var beside = JsonDocument.Parse(File.ReadAllText(PredictedLabels.Beside(path).Json));
        foreach (var root in (JsonElement[])[card.RootElement, beside.RootElement])
        {
            Assert.Equal("model", root.GetProperty("kind").GetString());
            Assert.Equal((1, 1), (root.GetProperty("labelled").GetInt32(), root.GetProperty("refused").GetInt32()));
            Assert.Equal(1, root.GetProperty("positive").GetProperty("drain").GetInt32());
            Assert.StartsWith("Youden on validation", root.GetProperty("detector").GetProperty("thresholds")[0].GetProperty("source").GetString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".parquet")]
    [InlineData(".json")]
    public void Write_PlaceTaken_SaysSoAndLeavesNothingHalfWritten(string ending)
    {
        var path = _run["out/labels.csv"];
        Directory.CreateDirectory(Path.ChangeExtension(path, ending));
        var refused = Assert.Throws<NeatxException>(() => new PredictedLabels(_model, [Outcome("a.png", .9f, .1f, .1f)]).Write(path));
        Assert.Contains("cannot be written", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(_run["out"]), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void New_ColumnTwice_IsRefused()
    {
        var model = _model with { Card = _model.Card with { Heads = [new Head("a", ["drain", "drain_score"])] } };
        Assert.Contains("'drain_score'", Assert.Throws<NeatxException>(() => new PredictedLabels(model, [])).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();

    private static ImageOutcome Outcome(string image, params float[] scores) => new(image, "", scores, null, null);

    private static ImageOutcome Refused(string image) => new(image, "", null, "Constant", "Every pixel, it seems.");

    private string Write(params ImageOutcome[] outcomes)
    {
        var path = _run["labels.csv"];
        new PredictedLabels(_model, outcomes).Write(path);
        return path;
    }
}
