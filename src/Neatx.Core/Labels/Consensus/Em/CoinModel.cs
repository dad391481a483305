namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>One accuracy a rater: right with that probability whatever the class, else any other class with equal probability.</summary>
/// <param name="smoothing">A pseudo-count added to the right and to the wrong answers, at least 0.</param>
internal sealed class CoinModel(int raters, int classes, double smoothing) : IRaterModel
{
    private readonly double[] _accuracy = new double[raters];

    /// <summary>The probability of a right answer for each rater; .5 where no rating speaks for it.</summary>
    public ReadOnlySpan<double> Accuracy => _accuracy;

    public double LogPrior { get; private set; }

    public void Maximize(ReadOnlySpan<double> counts, Span<double> logProbabilities)
    {
        LogPrior = 0;
        var others = Math.Max(1, classes - 1);
        for (var rater = 0; rater < raters; rater++)
        {
            var first = rater * classes * classes;
            var (right, wrong) = (smoothing, smoothing);
            for (var category = 0; category < classes; category++)
                for (var @class = 0; @class < classes; @class++)
                {
                    var count = counts[first + (category * classes) + @class];
                    if (category == @class) right += count;
                    else wrong += count;
                }

            // Both from their counts: 1 - accuracy would lose the few wrong answers of a very good rater.
            var total = right + wrong;
            _accuracy[rater] = total > 0 ? right / total : .5;
            var logRight = Math.Log(_accuracy[rater]);
            var logWrong = Math.Log(total > 0 ? wrong / total : .5);
            if (smoothing > 0) LogPrior += smoothing * (logRight + logWrong);
            for (var category = 0; category < classes; category++)
                for (var @class = 0; @class < classes; @class++)
                    logProbabilities[first + (category * classes) + @class] = category == @class ? logRight : logWrong - Math.Log(others);
        }
    }
}
