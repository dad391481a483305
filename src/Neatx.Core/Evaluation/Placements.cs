namespace Neatx.Core.Evaluation;

/// <summary>
/// The structural components of DeLong, DeLong and Clarke-Pearson (1988): for each positive image the share of negatives below it (V10), for
/// each negative the share of positives above it (V01), ties counting half. Their mean within either state is the AUC.
/// </summary>
internal sealed class Placements
{
    private readonly double[] _byImage;

    private Placements(ReferenceStandard reference, double[] byImage) => (Reference, _byImage) = (reference, byImage);

    public ReferenceStandard Reference { get; }

    /// <summary>The component of each image, V10 for positives and V01 for negatives, in the order of the reference standard.</summary>
    public ReadOnlySpan<double> ByImage => _byImage;

    /// <summary>The area under the ROC curve.</summary>
    public required double Auc { get; init; }

    /// <summary>The scores' reference standard has images of both states.</summary>
    public static Placements Of(ScoredLabels scored)
    {
        var ranked = RankedScores.Of(scored);
        var byImage = new double[scored.Reference.Count];
        double m = ranked.Positives.Length, n = ranked.Negatives.Length;
        var twice = 0L;
        for (var index = 0; index < ranked.Positives.Length; index++)
        {
            var beaten = (long)ranked.Below[index] + ranked.UpTo[index];
            byImage[ranked.Positives[index]] = beaten / (2 * n);
            twice += beaten;
        }

        // The positives at or above a negative are those whose UpTo reaches beyond it; those above it, whose Below does.
        var (atOrAbove, above) = (0, 0);
        for (var index = 0; index < ranked.Negatives.Length; index++)
        {
            while (atOrAbove < ranked.UpTo.Length && ranked.UpTo[atOrAbove] <= index) atOrAbove++;
            while (above < ranked.Below.Length && ranked.Below[above] <= index) above++;
            byImage[ranked.Negatives[index]] = ((2 * m) - atOrAbove - above) / (2 * m);
        }

        return new Placements(scored.Reference, byImage) { Auc = twice / (2 * m * n) };
    }

    /// <summary>
    /// The components of the mean AUC of several sets of scores on the same images: a mean of such areas is an area of the same kind, whose
    /// components are the means, image by image. So its variance needs nothing new.
    /// </summary>
    public static Placements Mean(IReadOnlyList<Placements> all)
    {
        if (all.Count == 1) return all[0];
        var byImage = new double[all[0]._byImage.Length];
        foreach (var placements in all)
            for (var image = 0; image < byImage.Length; image++) byImage[image] += placements._byImage[image] / all.Count;
        return new Placements(all[0].Reference, byImage) { Auc = all.Average(placements => placements.Auc) };
    }

    /// <summary>The variance of this AUC. Either state has two images.</summary>
    public double Variance() => VarianceOfDifference(new Placements(Reference, new double[_byImage.Length]) { Auc = 0 });

    /// <summary>
    /// The variance of this AUC minus another: S10 / m + S01 / n of the differences of the components, which is V1 + V2 - 2 C without
    /// the cancellation. Either state has two images.
    /// </summary>
    public double VarianceOfDifference(Placements other)
    {
        var positive = Reference.Positive;
        Span<double> sums = [0, 0];
        for (var image = 0; image < _byImage.Length; image++) sums[positive[image] ? 1 : 0] += _byImage[image] - other._byImage[image];
        double m = Reference.Positives, n = Reference.Negatives;
        ReadOnlySpan<double> means = [sums[0] / n, sums[1] / m];
        Span<double> squares = [0, 0];
        for (var image = 0; image < _byImage.Length; image++)
        {
            var state = positive[image] ? 1 : 0;
            var off = _byImage[image] - other._byImage[image] - means[state];
            squares[state] += off * off;
        }

        return (squares[1] / ((m - 1) * m)) + (squares[0] / ((n - 1) * n));
    }
}
