namespace Neatx.Learning.Inference;

/// <summary>What an engine may use. None of it changes a bit of its results, which tests hold it to.</summary>
public sealed record EngineOptions
{
    /// <summary>Threads, at least 1: each computes an image by itself; where there are more than images of a batch, several share one. Default: the processors of this machine.</summary>
    public int Threads { get; init => field = AtLeastOne(value); } = Environment.ProcessorCount;

    /// <summary>
    /// Images that are gathered before they are computed, and the most that are computed at once, at least 1. DenseNet-121 at 512 x 512 takes about 60 MB for
    /// each at once. Default: 8.
    /// </summary>
    public int Batch { get; init => field = AtLeastOne(value); } = 8;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
