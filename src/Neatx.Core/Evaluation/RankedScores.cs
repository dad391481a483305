using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// The images of either state in the order of their scores, upwards, and for each positive how many negatives lie below its score, and at
/// or below it. O(n).
/// </summary>
internal sealed class RankedScores
{
    private RankedScores(int[] positives, int[] negatives, int[] below, int[] upTo) =>
        (Positives, Negatives, Below, UpTo) = (positives, negatives, below, upTo);

    /// <summary>The positive images, as indices into the reference standard.</summary>
    public int[] Positives { get; }

    /// <summary>The negative images, as indices into the reference standard.</summary>
    public int[] Negatives { get; }

    /// <summary>For each of <see cref="Positives"/>, how many of <see cref="Negatives"/> have a lower score.</summary>
    public int[] Below { get; }

    /// <summary>For each of <see cref="Positives"/>, how many of <see cref="Negatives"/> have a lower score or the same.</summary>
    public int[] UpTo { get; }

    public static RankedScores Of(ScoredLabels scored)
    {
        var (positives, positiveKeys) = Sorted(scored, true);
        var (negatives, negativeKeys) = Sorted(scored, false);
        var (below, upTo) = (new int[positives.Length], new int[positives.Length]);
        var (lower, same) = (0, 0);
        for (var index = 0; index < positives.Length; index++)
        {
            while (lower < negativeKeys.Length && negativeKeys[lower] < positiveKeys[index]) lower++;
            same = Math.Max(same, lower);
            while (same < negativeKeys.Length && negativeKeys[same] == positiveKeys[index]) same++;
            (below[index], upTo[index]) = (lower, same);
        }

        return new RankedScores(positives, negatives, below, upTo);
    }

    private static (int[] Images, ulong[] Keys) Sorted(ScoredLabels scored, bool state)
    {
        var count = state ? scored.Reference.Positives : scored.Reference.Negatives;
        var (images, keys) = (new int[count], new ulong[count]);
        var scores = scored.Scores;
        var positive = scored.Reference.Positive;
        var next = 0;
        for (var image = 0; image < scores.Length; image++)
        {
            if (positive[image] != state) continue;
            (images[next], keys[next++]) = (image, ScoreKey.Of(scores[image]));
        }

        RadixSort.Sort(keys, images);
        return (images, keys);
    }
}
