using System.Numerics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Counts rating patterns in a table with a place for each conceivable one: the codes of an item, side by side in as many bits as the
/// categories need, are its place. The order of the places is the order of the codes. For few raters and categories; see <see cref="PatternHash"/>.
/// </summary>
internal sealed class PatternTable
{
    /// <summary>The most bits of a place: a table of 64 Ki counts.</summary>
    private const int MostBits = 16;

    /// <summary>Items whose places are worked out together, in the processor's cache.</summary>
    private const int BlockSize = 4096;

    private readonly int _bits;

    private PatternTable(int bits) => _bits = bits;

    /// <summary>A table for such a matrix, or null when it would be too large.</summary>
    public static PatternTable? TryOf(RatingMatrix matrix)
    {
        var bits = BitOperations.Log2((uint)matrix.Categories.Count) + 1;
        return (long)bits * matrix.Raters.Count <= MostBits ? new PatternTable(bits) : null;
    }

    /// <summary>The distinct rows in order, and the items of each; fills in the pattern of every item unless the span is empty.</summary>
    public (byte[] Rows, long[] Counts) Count(RatingMatrix matrix, Span<int> patternOfItem)
    {
        // Two tables in turn: most items have one pattern, and an increment would wait for the one before it.
        var size = 1 << (_bits * matrix.Raters.Count);
        var (even, odd) = (new int[size], new int[size]);
        Span<ushort> places = stackalloc ushort[BlockSize];
        for (var start = 0; start < matrix.Items; start += BlockSize)
        {
            var block = places[..Math.Min(BlockSize, matrix.Items - start)];
            Locate(matrix, start, block);
            var item = 0;
            for (; item + 1 < block.Length; item += 2)
            {
                even[block[item]]++;
                odd[block[item + 1]]++;
            }

            if (item < block.Length) even[block[item]]++;
            for (item = 0; item < block.Length && !patternOfItem.IsEmpty; item++) patternOfItem[start + item] = block[item];
        }

        var (rows, counts, numbers) = (new List<byte>(), new List<long>(), new int[size]);
        for (var place = 0; place < size; place++)
        {
            if (even[place] + odd[place] == 0) continue;
            numbers[place] = counts.Count;
            counts.Add((long)even[place] + odd[place]);
            for (var rater = matrix.Raters.Count - 1; rater >= 0; rater--) rows.Add((byte)((place >> (rater * _bits)) & ((1 << _bits) - 1)));
        }

        foreach (ref var pattern in patternOfItem) pattern = numbers[pattern];
        return ([.. rows], [.. counts]);
    }

    /// <summary>The places of consecutive items: rater by rater, the code is shifted in.</summary>
    private void Locate(RatingMatrix matrix, int start, Span<ushort> places)
    {
        places.Clear();
        for (var rater = 0; rater < matrix.Raters.Count; rater++)
        {
            var codes = matrix.Column(rater).Slice(start, places.Length);
            var item = 0;
            for (; item + Vector<byte>.Count <= places.Length; item += Vector<byte>.Count)
            {
                Vector.Widen(new Vector<byte>(codes[item..]), out var low, out var high);
                var first = places[item..];
                var second = first[Vector<ushort>.Count..];
                ((new Vector<ushort>(first) << _bits) | low).CopyTo(first);
                ((new Vector<ushort>(second) << _bits) | high).CopyTo(second);
            }

            for (; item < places.Length; item++) places[item] = (ushort)((places[item] << _bits) | codes[item]);
        }
    }
}
