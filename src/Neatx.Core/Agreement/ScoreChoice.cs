namespace Neatx.Core.Agreement;

/// <summary>The scores between which weighted, interval and ratio statistics measure distances.</summary>
public enum ScoreChoice
{
    /// <summary>Categories that are all numbers are their values (0, .25, .5, …); others are ranks 0 to K - 1 in their order.</summary>
    ValuesOrRanks,

    /// <summary>Always ranks 0 to K - 1 in the order of the categories, as scikit-learn's weighted kappa takes them.</summary>
    Ranks,
}
