namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// Dawid and Skene (1979): each rater has a full confusion matrix. A row that no rating speaks for is uniform inside the estimation and
/// undefined in the result.
/// </summary>
/// <param name="smoothing">A pseudo-count added to each cell, at least 0.</param>
internal sealed class ConfusionModel(int raters, int categories, int classes, double smoothing) : IRaterModel
{
    public double LogPrior { get; private set; }

    public void Maximize(ReadOnlySpan<double> counts, Span<double> logProbabilities)
    {
        LogPrior = 0;
        for (var rater = 0; rater < raters; rater++)
            for (var @class = 0; @class < classes; @class++)
                Maximize(counts, logProbabilities, (rater * categories * classes) + @class);
    }

    private void Maximize(ReadOnlySpan<double> counts, Span<double> logProbabilities, int first)
    {
        var total = categories * smoothing;
        for (var category = 0; category < categories; category++) total += counts[first + (category * classes)];
        for (var category = 0; category < categories; category++)
        {
            var cell = first + (category * classes);
            var probability = total > 0 ? (counts[cell] + smoothing) / total : 1.0 / categories;
            logProbabilities[cell] = Math.Log(probability);
            if (smoothing > 0) LogPrior += smoothing * logProbabilities[cell];
        }
    }
}
