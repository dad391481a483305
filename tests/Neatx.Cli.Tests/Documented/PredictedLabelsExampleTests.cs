using System.Text.Json;

namespace Neatx.Cli.Tests.Documented;

/// <summary>The example of docs/guide/predict.md, run as it stands there: a few annotated films label all, and the labels are compared, learnt from and evaluated against.</summary>
public sealed class PredictedLabelsExampleTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Example_AsShown_Works()
    {
        var guide = File.ReadAllText(Repository.PathOf("docs/guide/predict.md"));
        _scratch.Write("study.yaml", Block(guide, "yaml"));
        File.CreateSymbolicLink(_scratch["neatx"], Started.Neatx);
        var ended = Started.Program("bash", _scratch.Folder, ["-e", "-o", "pipefail", "-c", Block(guide, "console")]);
        Assert.True(ended.Code == 0, $"{ended.Code}: {ended.Error}");

        using var document = JsonDocument.Parse(File.ReadAllText(_scratch["out/study/results.json"]));
        var root = document.RootElement;
        var rows = File.ReadLines(_scratch["detector.csv"]).Skip(1).ToList();
        Assert.Equal(120, rows.Count);
        var model = root.GetProperty("label_sets").EnumerateArray().Single(set => set.GetProperty("name").GetString() == "model");
        Assert.Equal(rows.Count(row => row.Contains(",positive,", StringComparison.Ordinal)), model.GetProperty("findings")[0].GetProperty("positive").GetInt32());
        var worth = root.GetProperty("agreement").EnumerateArray().Single(figure => figure.GetProperty("b").GetString() == "model");
        Assert.Equal(120, worth.GetProperty("n").GetInt32());
        var cells = root.GetProperty("evaluation")[0].GetProperty("cells").EnumerateArray().ToList();
        Assert.Equal(4, cells.Count);
        var own = cells.Single(cell => (cell.GetProperty("model").GetString(), cell.GetProperty("labels").GetString()) == ("annotated.small", "model"));
        Assert.Equal(1, own.GetProperty("statistics").GetProperty("auc").GetProperty("value").GetDouble());
    }

    /// <summary>The only block of a language.</summary>
    private static string Block(string text, string language) => Assert.Single(text.Split("\n```"), block => block.StartsWith($"{language}\n", StringComparison.Ordinal))[(language.Length + 1)..];
}
