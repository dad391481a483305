using System.Reflection;
using Neatx.Core.Labels.Consensus;

namespace Neatx.Core.Tests.Labels.Consensus;

public sealed class ConsensusRulesTests
{
    public static TheoryData<string> Names => [.. ConsensusRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_EveryRule_ListEveryPropertyThatCanBeSet(string name)
    {
        var rule = ConsensusRules.All.Single(candidate => candidate.Name == name);
        var settable = rule.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is not null)
            .Select(property => string.Concat(property.Name.Select((letter, index) =>
                char.IsUpper(letter) ? (index == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString())));

        Assert.Equal(settable.Order(StringComparer.Ordinal), rule.Options.Select(option => option.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TryMake_OptionsAsWritten_GivesTheSameRule(string name)
    {
        var rule = ConsensusRules.All.Single(candidate => candidate.Name == name);
        var options = rule.Options.Select(option => KeyValuePair.Create(option.Name, option.Value));

        Assert.True(ConsensusRules.TryMake(name, options, out var made, out var problems));

        Assert.Equal(rule, made);
        Assert.Empty(problems);
        Assert.NotEmpty(rule.Summary);
    }

    [Fact]
    public void TryMake_OptionSet_ChangesThatOptionAlone()
    {
        Assert.True(ConsensusRules.TryMake("majority", [new("tie", "positive"), new("minimum_raters", "3")], out var rule, out _));

        Assert.Equal(new Majority { Tie = TiePolicy.Positive, MinimumRaters = 3 }, rule);
        Assert.StartsWith("majority minimum_raters=3 invalid=vote tie=positive", rule.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TryMake_SeveralMistakes_ReportsEach()
    {
        Assert.False(ConsensusRules.TryMake("dawid-skene", [new("smoothing", "-1"), new("ties", "positive"), new("grades", "loud")], out var rule, out var problems));

        Assert.Null(rule);
        Assert.Equal(3, problems.Count);
        Assert.Equal("the option 'smoothing' of the rule 'dawid-skene' expects a number from 0, got '-1'", problems[0]);
        Assert.StartsWith("the rule 'dawid-skene' has no option 'ties'; it has certain_above, ", problems[1], StringComparison.Ordinal);
        Assert.Equal("the option 'grades' of the rule 'dawid-skene' expects side | weight | ordinal, got 'loud'", problems[2]);
    }

    [Fact]
    public void TryMake_UnknownRule_ListsTheRules()
    {
        Assert.False(ConsensusRules.TryMake("voting", [], out _, out var problems));

        Assert.StartsWith("there is no rule 'voting'; the rules are same-side, both-certain", Assert.Single(problems), StringComparison.Ordinal);
    }
}
