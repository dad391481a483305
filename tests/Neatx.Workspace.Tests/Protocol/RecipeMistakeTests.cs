using System.Globalization;
using Neatx.Core.Training;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Numbers of a recipe that can only be slips: refused at their place, with the range that run.json, schema and guide state too.</summary>
public sealed class RecipeMistakeTests
{
    private static readonly string Head = ExampleProtocol.WithCohort
        .Replace("{title: D, table: {files: a.csv, format: nih_cxr14}}", "{title: D, table: {files: a.csv, format: nih_cxr14}, images: {folders: ., optional: true}}", StringComparison.Ordinal)
        + "splits: {s: {title: S, of: c}}\n";

    /// <summary>The options as protocols write them, by their member in run.json.</summary>
    public static TheoryData<string, string> Options => new()
    {
        { "learning_rate: VALUE", "learning_rate" },
        { "epochs: VALUE", "epochs" },
        { "batch_size: VALUE", "batch_size" },
        { "accumulate: VALUE", "accumulate" },
        { "finding_weights: {Mass: VALUE}", "finding_weights" },
        { "dropout: VALUE", "dropout" },
        { "patience: VALUE", "early_stopping.patience" },
        { "augmentation: {rotation: VALUE}", "augmentation.rotation" },
        { "augmentation: {shift: VALUE}", "augmentation.shift" },
        { "augmentation: {scale: VALUE}", "augmentation.scale" },
        { "augmentation: {brightness: VALUE}", "augmentation.brightness" },
        { "most_refused: VALUE", "most_refused" },
        { "threads: VALUE", "threads" },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void Option_AtTheEndsOfItsRange_IsTaken(string option, string member)
    {
        Assert.Empty(Mistakes(option, RecipeRanges.ByMember[member].Least));
        Assert.Empty(Mistakes(option, RecipeRanges.ByMember[member].Most));
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Option_BeyondItsRange_IsRefusedWithPlaceAndRange(string option, string member)
    {
        var range = RecipeRanges.ByMember[member];
        foreach (var value in (double[])[range.Least - 1, range.Most + 1, 1e30])
        {
            var mistake = Assert.Single(Mistakes(option, value));
            Assert.StartsWith("p.yaml:15:", mistake, StringComparison.Ordinal);
            Assert.Contains(" from " + range.Bounds + ", found the number " + Text(value), mistake, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Ranges_OfProtocolAndGuide_AreTheSame()
    {
        var rows = File.ReadLines(Repository.PathOf("docs/guide/training.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        Assert.All(RecipeRanges.ByMember, each => Assert.Equal(each.Value.Bounds, Assert.Single(rows, row => row[1] == $"`{each.Key}`")[3]));
        Assert.Equal(RecipeRanges.ByMember.Keys.Where(member => member != "early_stopping.minimum_rise"), Options.Select(row => row.Data.Item2));
    }

    [Fact]
    public void Head_WithAnAbsurdWeight_IsRefused()
    {
        var mistake = Assert.Single(Scratch.Mistakes(Head + "training: {t: {title: T, recipe: small, models: small, heads: {h: {labels: one, findings: [Mass], weight: 1e9}}, split: s}}\n"));
        Assert.EndsWith("training.t.heads.h.weight: expected a number from 0.000001 to 1000000, found the number 1e9", mistake, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Mistakes(string option, double value) => Scratch.Mistakes(
        Head + $"training:\n  t: {{title: T, recipe: small, options: {{{option.Replace("VALUE", Text(value), StringComparison.Ordinal)}}}, models: small, labels: one, findings: [Mass], split: s}}\n");

    private static string Text(double value) => value < 1e29 ? ((decimal)value).ToString(CultureInfo.InvariantCulture) : "1e30";
}
