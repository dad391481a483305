using System.Text.Json;
using Neatx.Core.Statistics;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>
/// A thousand films as <c>neatx phantom</c> makes them, with all its defaults but their size (difficulty, the dial between drain and pneumothorax, other tubes, lines and
/// diseases), about two of a patient, parted by patients. The small network finds drains from random weights, and finds nothing where the labels were shuffled.
/// </summary>
[Trait("Category", "Heavy")]
public sealed class PhantomDetectorTests : VerbTests
{
    private const string Protocol =
        """

        training:
          drains:
            {title: Drains, recipe: small, models: small, labels: truth, findings: [Chest drain], split: patients, seeds: [1]}
          shuffled:
            {title: Shuffled, recipe: small, options: {epochs: 8}, models: small, labels: shuffled, findings: [Chest drain], split: patients, seeds: [1]}

        evaluation:
          tables:
            truth: {title: Drains, models: drains, labels: [truth], findings: Chest drain}
            shuffled: {title: Shuffled, models: shuffled, labels: [shuffled], findings: Chest drain}
        """;

    [Fact]
    public void Run_OnAThousandPhantoms_LearnsDrainsAndNothingFromShuffledLabels()
    {
        Assert.Equal(0, Neatx("phantom", "--out", "set", "--images", "1000", "--size", "256").Code);
        Shuffle(Scratch["set/synthetic_truth.csv"], Scratch["set/shuffled.csv"]);
        var protocol = File.ReadAllText(Scratch["set/phantom.yaml"])
            .Replace("images: {folders: [images], optional: true}", "images: {folders: [images], preprocessing: {size: 128}}", StringComparison.Ordinal)
            .Replace(
                "  truth:\n",
                "  shuffled:\n    {title: Shuffled, kind: image_review, dataset: phantom, table: {files: shuffled.csv, format: csv, columns: {image: image, findings: {Chest drain: drain},\n"
                    + "      values: {positive: \"1\", negative: \"0\"}}}}\n  truth:\n",
                StringComparison.Ordinal);
        File.WriteAllText(Scratch["set/detector.yaml"], protocol + Protocol);
        var ended = Neatx("run", "set/detector.yaml", "--out", "run", "--resamples", "0");
        Assert.True(ended.Code == 0, ended.Error);

        using var results = JsonDocument.Parse(File.ReadAllText(Scratch["run/results.json"]));
        Assert.True(results.RootElement.GetProperty("splits")[0].GetProperty("disjoint").GetBoolean());
        var (learnt, shuffled) = (Auc(results, "truth"), Auc(results, "shuffled"));
        Assert.True(learnt.Value >= .95, $"AUC {learnt}");
        Assert.True(shuffled.Low <= .5 && shuffled.High >= .5, $"AUC on shuffled labels {shuffled}");
    }

    /// <summary>The drains of the truth, given to other films.</summary>
    private static void Shuffle(string from, string to)
    {
        string[][] rows = [.. File.ReadLines(from).Select(line => line.Split(','))];
        var column = Array.IndexOf(rows[0], "chest_drain_tube");
        string[] drains = [.. rows.Skip(1).Select(row => row[column])];
        new RandomStream(1).Shuffle(drains.AsSpan());
        File.WriteAllLines(to, ["image,drain", .. rows.Skip(1).Zip(drains, (row, drain) => $"{row[0]},{drain}")]);
    }

    private static (double Value, double Low, double High) Auc(JsonDocument results, string table)
    {
        var evaluation = results.RootElement.GetProperty("evaluation").EnumerateArray().Single(each => each.GetProperty("name").GetString() == table);
        var auc = Assert.Single(evaluation.GetProperty("cells").EnumerateArray()).GetProperty("statistics").GetProperty("auc");
        var interval = auc.GetProperty("bootstrap_ci");
        return (auc.GetProperty("value").GetDouble(), interval[0].GetDouble(), interval[1].GetDouble());
    }
}
