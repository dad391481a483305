namespace Neatx.Core.Labels.Consensus;

/// <summary>What a counting rule does with INVALID ratings. When every rating of an item is INVALID its label is invalid under each policy.</summary>
public enum InvalidPolicy
{
    /// <summary>Some INVALID beside other ratings: uncertain, the raters do not agree that there is something to judge.</summary>
    UncertainUnlessAll,

    /// <summary>One INVALID is enough for invalid.</summary>
    AnyIsInvalid,

    /// <summary>INVALID ratings are set aside, and do not count towards the minimum number of raters.</summary>
    LeftOut,

    /// <summary>INVALID is a candidate like any other answer. For majority only.</summary>
    Vote,
}
