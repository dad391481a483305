namespace Neatx.Workspace.Agreement;

/// <summary>How much a disagreement counts in the figure that is put first.</summary>
public enum KappaWeights
{
    /// <summary>Every disagreement counts the same.</summary>
    None,

    /// <summary>By the distance of the categories.</summary>
    Linear,

    /// <summary>By the squared distance of the categories.</summary>
    Quadratic,
}
