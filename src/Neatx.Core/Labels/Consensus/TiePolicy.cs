namespace Neatx.Core.Labels.Consensus;

/// <summary>What majority gives when two or more answers share the most votes.</summary>
public enum TiePolicy
{
    Uncertain,

    /// <summary>Negative, whatever is tied. For a binary scale.</summary>
    Negative,

    /// <summary>Positive, whatever is tied. For a binary scale.</summary>
    Positive,

    Missing,

    /// <summary>One of the tied answers, drawn with the rule's seed.</summary>
    Seeded,
}
