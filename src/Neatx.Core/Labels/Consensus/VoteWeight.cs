namespace Neatx.Core.Labels.Consensus;

/// <summary>How much a vote weighs in majority.</summary>
public enum VoteWeight
{
    /// <summary>One each.</summary>
    Equal,

    /// <summary>Twice the distance of the certainty from .5: 1 for 0 and 1, .5 for .25 and .75, nothing for .5. For the certainty scale.</summary>
    Certainty,
}
