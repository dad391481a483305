using System.Diagnostics.CodeAnalysis;

namespace Neatx.Core.Labels.Consensus;

/// <summary>The rules by name.</summary>
public static class ConsensusRules
{
    /// <summary>Every rule with its default options, from the plainest to the most elaborate.</summary>
    public static IReadOnlyList<ConsensusRule> All { get; } =
        [new SameSide(), new BothCertain(), new Unanimous(), new Majority(), new DawidSkene(), new OneCoin(), new Glad(), new Mace()];

    /// <summary>
    /// The rule of that name with options set from text, names in snake case. False with every problem found: an unknown rule, an unknown
    /// option, or a value that is not allowed, each with what was expected.
    /// </summary>
    public static bool TryMake(
        string name,
        IEnumerable<KeyValuePair<string, string>> options,
        [NotNullWhen(true)] out ConsensusRule? rule,
        out IReadOnlyList<string> problems)
    {
        var found = new List<string>();
        problems = found;
        rule = All.FirstOrDefault(candidate => candidate.Name == name);
        if (rule is null)
        {
            found.Add($"there is no rule '{name}'; the rules are {string.Join(", ", All.Select(candidate => candidate.Name))}");
            return false;
        }

        foreach (var (option, value) in options)
        {
            if (rule.TryWith(option, value, out var changed, out var problem)) rule = changed;
            else found.Add(problem);
        }

        if (found.Count > 0) rule = null;
        return rule is not null;
    }
}
