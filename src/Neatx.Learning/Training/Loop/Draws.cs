using Neatx.Core.Statistics;

namespace Neatx.Learning.Training.Loop;

/// <summary>
/// Everything random in training, as functions of the run's seed and a place in the run: nothing is drawn from a generator that walks along,
/// so a run that continues at any place needs no state of one, and no number depends on threads.
/// </summary>
internal static class Draws
{
    private const ulong OrderStream = 1UL << 32;
    private const ulong DropoutStream = 2UL << 32;
    private const ulong AugmentationStream = 3UL << 32;

    /// <summary>The rows in the order in which an epoch (from 1) goes through them.</summary>
    public static int[] Order(ulong seed, int epoch, IReadOnlyList<int> rows)
    {
        int[] order = [.. rows];
        var stream = new RandomStream(seed, OrderStream + (ulong)epoch);
        stream.Shuffle<int>(order);
        return order;
    }

    /// <summary>What the masks of dropout are drawn from in a batch (from 0, over the whole epoch).</summary>
    public static RandomStream Dropout(ulong seed, int epoch, int batch) => new(seed ^ ((ulong)batch << 32), DropoutStream + (ulong)epoch);

    /// <summary>The stream that changes a row's image in an epoch.</summary>
    public static RandomStream Augmentation(ulong seed, int epoch, int row) =>
        new(seed ^ ((ulong)row << 32), AugmentationStream + (ulong)epoch);
}
