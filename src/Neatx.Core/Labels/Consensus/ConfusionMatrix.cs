namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// How one rater answers: row = the class of the item as the model sees it, column = what the rater says, each row a distribution that
/// sums to 1. Immutable.
/// </summary>
public sealed class ConfusionMatrix
{
    private readonly double?[] _shares;
    private readonly double[] _support;

    internal ConfusionMatrix(IReadOnlyList<string> classes, IReadOnlyList<string> categories, double?[] shares, double[] support) =>
        (Classes, Categories, _shares, _support) = (classes, categories, shares, support);

    /// <summary>The names of the rows.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The names of the columns; not the same as the rows where grades or INVALID are categories of their own.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The probability that the rater says <paramref name="category"/> of an item of <paramref name="class"/>; null where undefined.</summary>
    public double? this[int @class, int category] => _shares[(@class * Categories.Count) + category];

    /// <summary>The expected number of this rater's ratings of items of a class; weighted where ratings are.</summary>
    public double Support(int @class) => _support[@class];

    /// <summary>Why a row has no values, or null when it has.</summary>
    public string? Undefined(int @class) => this[@class, 0] is null ? $"the rater rated no item of class '{Classes[@class]}'" : null;
}
