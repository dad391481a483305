using Neatx.Core.Statistics;

namespace Neatx.Core.Labels.Consensus;

/// <summary>What a rule learned about one rater.</summary>
public sealed record RaterEstimate
{
    /// <summary>The name of the rater.</summary>
    public required string Rater { get; init; }

    /// <summary>The number of this rater's ratings that the rule counted.</summary>
    public required int Ratings { get; init; }

    /// <summary>The confusion matrix, or null for a rule that estimates none.</summary>
    public ConfusionMatrix? Confusion { get; init; }

    /// <summary>
    /// The probability in [0, 1] that an answer of this rater names the class of the item: from the confusion matrix and the prevalences, or
    /// for GLAD the expected share of right answers among those given.
    /// </summary>
    public Statistic Accuracy { get; init; } = NotEstimated;

    /// <summary>The parameter of GLAD (alpha, any real; 0 is chance, negative is worse) or MACE (competence in [0, 1]).</summary>
    public Statistic Ability { get; init; } = NotEstimated;

    private static Statistic NotEstimated { get; } = Statistic.None("the rule does not estimate it");
}
