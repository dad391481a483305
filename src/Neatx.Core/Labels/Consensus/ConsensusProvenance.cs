using System.Globalization;

namespace Neatx.Core.Labels.Consensus;

/// <summary>Which rule made labels, with every option in force and whether reference labels anchored it.</summary>
/// <param name="Rule">The name of the rule, for instance "same-side".</param>
/// <param name="Options">All options, defaults included, in the order of the rule.</param>
/// <param name="ReferenceLabels">How many items had their label fixed by a reference.</param>
public sealed record ConsensusProvenance(string Rule, IReadOnlyList<RuleOption> Options, int ReferenceLabels)
{
    /// <summary>One line, for instance "same-side minimum_raters=2 invalid=uncertain-unless-all".</summary>
    public override string ToString()
    {
        var options = string.Concat(Options.Select(option => $" {option.Name}={option.Value}"));
        return ReferenceLabels == 0
            ? Rule + options
            : string.Create(CultureInfo.InvariantCulture, $"{Rule}{options} reference_labels={ReferenceLabels}");
    }
}
