namespace Neatx.Core.Evaluation;

/// <summary>
/// The AUC of one set of scores under any weights of the clusters. Images are sorted once; what remains of a resample is one running sum
/// over the negatives and one pass over the positives, without branches. Immutable, so threads may share it.
/// </summary>
internal sealed class AucResampler
{
    private readonly int[] _clusterOfPositive;
    private readonly int[] _clusterOfNegative;
    private readonly int[] _below;
    private readonly int[] _upTo;

    public AucResampler(ScoredLabels scored)
    {
        var ranked = RankedScores.Of(scored);
        (_below, _upTo) = (ranked.Below, ranked.UpTo);
        _clusterOfPositive = ToClusters(ranked.Positives, scored.Reference);
        _clusterOfNegative = ToClusters(ranked.Negatives, scored.Reference);
    }

    /// <summary>How long the scratch space must be.</summary>
    public int Scratch => _clusterOfNegative.Length + 1;

    /// <param name="weights">How often each cluster was drawn.</param>
    /// <param name="running">Scratch space: overwritten.</param>
    /// <param name="area">The AUC; meaningless when the answer is false.</param>
    /// <returns>False when no image of one of the states was drawn.</returns>
    public bool TryValue(ReadOnlySpan<int> weights, Span<long> running, out double area)
    {
        var negatives = 0L;
        running[0] = 0;
        for (var index = 0; index < _clusterOfNegative.Length; index++)
        {
            negatives += weights[_clusterOfNegative[index]];
            running[index + 1] = negatives;
        }

        var (positives, twice) = (0L, 0L);
        for (var index = 0; index < _clusterOfPositive.Length; index++)
        {
            long weight = weights[_clusterOfPositive[index]];
            positives += weight;
            twice += weight * (running[_below[index]] + running[_upTo[index]]);
        }

        area = twice / (2.0 * positives * negatives);
        return positives > 0 && negatives > 0;
    }

    private static int[] ToClusters(int[] images, ReferenceStandard reference)
    {
        var clusters = reference.Clusters;
        if (clusters.IsEmpty) return images;
        var mapped = new int[images.Length];
        for (var index = 0; index < images.Length; index++) mapped[index] = clusters[images[index]];
        return mapped;
    }
}
