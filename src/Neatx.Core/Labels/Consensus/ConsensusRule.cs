using System.Diagnostics.CodeAnalysis;

namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// A named way to combine the ratings of each item into one label. A rule is an immutable record of its options, every default visible;
/// the same ratings and options give the same labels, whatever the number of threads.
/// </summary>
public abstract record ConsensusRule
{
    private protected ConsensusRule()
    {
    }

    /// <summary>The name in protocols, results and on the command line, for instance "same-side".</summary>
    public abstract string Name { get; }

    /// <summary>What the rule does, in one sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>All options with their values, defaults included.</summary>
    public IReadOnlyList<RuleOption> Options => [.. Fields.Select(option => option.Describe(this))];

    private protected abstract IReadOnlyList<OptionField> Fields { get; }

    /// <summary>Labels every item, or refuses with a reason.</summary>
    public abstract ConsensusOutcome Resolve(RatingTable ratings);

    /// <summary>The rule with one option set from text; false with what was expected and found when the name or the value is unknown.</summary>
    public bool TryWith(
        string option, string value, [NotNullWhen(true)] out ConsensusRule? changed, [NotNullWhen(false)] out string? problem)
    {
        (changed, problem) = (null, null);
        var known = Fields.FirstOrDefault(candidate => candidate.Name == option);
        if (known is null)
        {
            problem = $"the rule '{Name}' has no option '{option}'; it has {string.Join(", ", Fields.Select(candidate => candidate.Name))}";
            return false;
        }

        changed = known.Write(this, value);
        if (changed is null) problem = $"the option '{option}' of the rule '{Name}' expects {known.Allowed}, got '{value}'";
        return changed is not null;
    }

    /// <summary>The name and all options on one line.</summary>
    public sealed override string ToString() => Provenance().ToString();

    private protected ConsensusProvenance Provenance(int referenceLabels = 0) => new(Name, Options, referenceLabels);
}
