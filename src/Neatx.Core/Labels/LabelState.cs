namespace Neatx.Core.Labels;

/// <summary>
/// The resolved value of a label for one image and finding. The numeric codes are stored in tables and must not change;
/// there is deliberately no -1 and no NaN.
/// </summary>
public enum LabelState : byte
{
    /// <summary>Nobody judged this image for this finding. Never the same as negative.</summary>
    Missing = 0,

    /// <summary>The finding was judged absent.</summary>
    Negative = 1,

    /// <summary>The judgement was made and did not decide ("undecided" in the paper).</summary>
    Uncertain = 2,

    /// <summary>The finding was judged present.</summary>
    Positive = 3,

    /// <summary>The image was judged unfit for this finding, for instance not a frontal chest film.</summary>
    Invalid = 4,
}
