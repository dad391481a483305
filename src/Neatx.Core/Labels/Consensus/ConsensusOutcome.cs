using System.Diagnostics.CodeAnalysis;

namespace Neatx.Core.Labels.Consensus;

/// <summary>What a rule came to: labels, or the reason why it refuses, in words a researcher understands.</summary>
public sealed record ConsensusOutcome
{
    private ConsensusOutcome(ConsensusProvenance provenance, ConsensusLabels? labels, string? refusal) =>
        (Provenance, Labels, Refusal) = (provenance, labels, refusal);

    /// <summary>The rule and its options, refused or not.</summary>
    public ConsensusProvenance Provenance { get; }

    /// <summary>The labels, or null when the rule refused.</summary>
    public ConsensusLabels? Labels { get; }

    /// <summary>Why there are no labels and what to do about it, or null when there are.</summary>
    public string? Refusal { get; }

    /// <summary>Labels when the rule gave them, else the reason.</summary>
    public bool TryGet([NotNullWhen(true)] out ConsensusLabels? labels, [NotNullWhen(false)] out string? refusal)
    {
        (labels, refusal) = (Labels, Refusal);
        return labels is not null;
    }

    internal static ConsensusOutcome Of(ConsensusProvenance provenance, ConsensusLabels labels) => new(provenance, labels, refusal: null);

    internal static ConsensusOutcome Refused(ConsensusProvenance provenance, string reason) => new(provenance, labels: null, reason);
}
