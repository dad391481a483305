namespace Neatx.Core.Labels.Consensus;

/// <summary>The labels that a rule gave to every item of a rating table, and what it learned on the way. Immutable.</summary>
public sealed class ConsensusLabels
{
    private readonly double[] _shares;

    /// <param name="shares">Items x classes.</param>
    internal ConsensusLabels(
        RatingTable ratings, IReadOnlyList<string> classes, ItemConsensus[] items, double[] shares, RaterEstimate[] raters, ModelFit? fit) =>
        (Ratings, Classes, Items, _shares, Raters, Fit) = (ratings, classes, items, shares, raters, fit);

    /// <summary>The ratings that were combined; its <see cref="RatingTable.Items"/> are parallel to <see cref="Items"/>.</summary>
    public RatingTable Ratings { get; }

    /// <summary>The classes of the scale, then "invalid" where the model has it as a class.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>One label an item.</summary>
    public IReadOnlyList<ItemConsensus> Items { get; }

    /// <summary>One estimate a rater, parallel to <see cref="RatingTable.Raters"/>.</summary>
    public IReadOnlyList<RaterEstimate> Raters { get; }

    /// <summary>The estimation, or null for a counting rule.</summary>
    public ModelFit? Fit { get; }

    /// <summary>
    /// The probability of each class: posteriors that sum to 1 for a model rule, shares of the counted ratings (some may speak for no
    /// class) for a counting rule. Empty where the item has no counted rating.
    /// </summary>
    public ReadOnlySpan<double> ProbabilitiesOf(int item) =>
        Items[item].Probability is null ? [] : _shares.AsSpan(item * Classes.Count, Classes.Count);

    /// <summary>The label as tables write it: the name of a class, or "uncertain", "invalid", "missing".</summary>
    public string LabelOf(int item)
    {
        var label = Items[item];
        if (label.Class is { } @class) return Classes[@class];
        return label.State switch
        {
            LabelState.Uncertain => "uncertain",
            LabelState.Invalid => InvalidClass,
            _ => "missing",
        };
    }

    internal const string InvalidClass = "invalid";
}
