using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>The mean squared distance between score and state (1 positive, 0 negative): 0 is perfect (Brier 1950).</summary>
public static class BrierScore
{
    /// <summary>Undefined without images, or where a score is no probability.</summary>
    public static Statistic Of(ScoredLabels scored)
    {
        if (scored.Scores.IsEmpty) return Statistic.None(scored.Reference.OneState!);
        if (scored.NotProbabilities is { } reason) return Statistic.None(reason);
        var sum = 0.0;
        for (var image = 0; image < scored.Scores.Length; image++)
        {
            var off = scored.Scores[image] - (scored.Reference.Positive[image] ? 1 : 0);
            sum += off * off;
        }

        return Statistic.Of(sum / scored.Scores.Length);
    }
}
