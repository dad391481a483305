namespace Neatx.Learning.Inference;

/// <summary>What an engine may use. None of it changes a bit of its results, which tests hold it to.</summary>
public sealed record EngineOptions
{
    /// <summary>Threads of one run, at least 1. Default: the processors of this machine.</summary>
    public int Threads { get; init => field = AtLeastOne(value); } = Environment.ProcessorCount;

    /// <summary>
    /// Images that are computed together at most, at least 1. DenseNet-121 at 512 x 512 takes about 60 MB an image. Default: 8, beyond which nothing is
    /// gained on processors.
    /// </summary>
    public int Batch { get; init => field = AtLeastOne(value); } = 8;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
