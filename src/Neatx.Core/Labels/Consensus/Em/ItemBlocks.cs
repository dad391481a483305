namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// A division of items into blocks of about equal work. It depends on the data alone, and sums are taken within blocks and then over
/// blocks in their order: results are the same for any number of threads.
/// </summary>
internal sealed class ItemBlocks
{
    private const int RatingsPerBlock = 16_384;
    private const int MostBlocks = 64;

    /// <summary>The most numbers that all blocks together may hold as their own sums: 64 MiB.</summary>
    private const int SumsInAll = 8 * 1024 * 1024;

    private readonly int[] _bounds;

    /// <param name="start">Items + 1 offsets into the ratings.</param>
    /// <param name="sumsPerBlock">How many sums each block keeps, at least 1.</param>
    public ItemBlocks(int[] start, int sumsPerBlock)
    {
        var items = start.Length - 1;
        var work = (long)start[items] + items;
        Count = (int)Math.Clamp(work / RatingsPerBlock, 1, Math.Clamp(SumsInAll / sumsPerBlock, 1, MostBlocks));
        _bounds = new int[Count + 1];
        var item = 0;
        for (var block = 1; block < Count; block++)
        {
            while (item < items && (long)start[item] + item < work * block / Count) item++;
            _bounds[block] = item;
        }

        _bounds[Count] = items;
    }

    public int Count { get; }

    /// <summary>The first item of a block and the first item after it.</summary>
    public (int First, int End) this[int block] => (_bounds[block], _bounds[block + 1]);

    /// <summary>Does the work of each block, on several threads when there are several blocks.</summary>
    public void ForEach(Action<int> work)
    {
        if (Count == 1) work(0);
        else Parallel.For(0, Count, work);
    }
}
