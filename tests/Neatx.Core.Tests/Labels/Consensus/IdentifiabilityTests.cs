using Neatx.Core.Labels;
using Neatx.Core.Labels.Consensus;
using Neatx.Core.Tests.Fixtures;

namespace Neatx.Core.Tests.Labels.Consensus;

/// <summary>Where ratings cannot tell a model's parameters, and what the refusal says.</summary>
public sealed class IdentifiabilityTests
{
    public static TheoryData<string> Models => ["dawid-skene", "one-coin", "glad", "mace"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_TwoRaters_RefusesAndSaysWhatWouldHelp(string name)
    {
        var refusal = Refusal(name, Tables.Certainties(Enumerable.Repeat("1 1", 20).Concat(Enumerable.Repeat("0 1", 20))));

        Assert.StartsWith("With two raters the ", refusal, StringComparison.Ordinal);
        Assert.Contains("model is not identifiable: ", refusal, StringComparison.Ordinal);
        Assert.Contains("add a third rater", refusal, StringComparison.Ordinal);
        Assert.Contains("give reference labels", refusal, StringComparison.Ordinal);
        Assert.Contains("use same-side", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_OneRater_Refuses(string name) =>
        Assert.StartsWith("With one rater the ", Refusal(name, Tables.Certainties(["1", "0"])), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Models))]
    public void Resolve_NothingToLearnFrom_Refuses(string name) =>
        Assert.Contains("has no rating to learn from", Refusal(name, Tables.Certainties([".5 INVALID -", "- - -"])), StringComparison.Ordinal);

    [Fact]
    public void Resolve_ManyNamesButTwoAnItem_Refuses()
    {
        var refusal = Refusal("dawid-skene", Tables.Certainties(["1 1 - -", "- 0 0 -", "- - 1 0", "0 - - 0"]));

        Assert.StartsWith("No item was rated by more than two of the 4 raters", refusal, StringComparison.Ordinal);
        Assert.Contains("have the same items rated by three raters", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_OneRaterThreeTimes_IsStillOneRater()
    {
        var builder = new RatingTableBuilder(RatingScale.Nominal("L", "R"));
        foreach (var item in new[] { "x", "y" })
            builder.Add(item, "a", "L").Add(item, "a", "L").Add(item, "a", "R").Add(item, "b", "R");

        Assert.StartsWith("With two raters", Refusal("dawid-skene", builder.Build()), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_RaterApartFromTheOthers_IsNamed()
    {
        var refusal = Refusal("dawid-skene", Tables.Certainties(["1 1 1 -", "0 0 0 -", "- - - 1"]));

        Assert.Contains("not identifiable for 1 of 4 raters", refusal, StringComparison.Ordinal);
        Assert.Contains("This concerns '3'.", refusal, StringComparison.Ordinal);
        Assert.Contains("leave these raters out", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Resolve_RaterLinkedThroughAnother_IsIdentified() =>
        Assert.NotNull(new DawidSkene().Resolve(Tables.Certainties(["1 1 1 - -", "0 0 0 - -", "1 - - 1 -", "- - - 0 0"])).Labels);

    [Fact]
    public void Resolve_FourRatersInAnEvenRing_DoesNotIdentifyOneCoin()
    {
        string[] even = ["1 1 - -", "- 0 0 -", "- - 1 1", "0 - - 0"];

        Assert.NotNull(Refusal("one-coin", Tables.Certainties(even)));
        Assert.NotNull(new OneCoin().Resolve(Tables.Certainties([.. even, "1 - 1 -"])).Labels);
    }

    [Fact]
    public void Resolve_RaterWhoseRatingsAreSetAside_DoesNotCount() =>
        Assert.StartsWith("With two raters", Refusal("dawid-skene", Tables.Certainties(["1 1 .5", "0 0 INVALID", "1 0 -"])), StringComparison.Ordinal);

    private static string? Refusal(string name, RatingTable ratings) =>
        ConsensusRules.All.Single(rule => rule.Name == name).Resolve(ratings).Refusal;
}
