using System.Numerics;

namespace Neatx.Core.Statistics;

/// <summary>
/// Sorts keys upwards: the highest bits in which they differ digit by digit (Knuth, volume 3, 5.2.5), which costs the same for any order
/// and any ties, then the few keys that these bits do not tell apart by comparison.
/// </summary>
internal static class RadixSort
{
    private const int DigitBits = 10;
    private const int Digits = 3;
    private const int Radix = 1 << DigitBits;

    /// <summary>Below this many keys a comparison sort is faster than counting digits.</summary>
    private const int Few = 500;

    /// <summary>Sorts the keys.</summary>
    public static void Sort(ulong[] keys)
    {
        if (keys.Length < Few)
        {
            Array.Sort(keys);
            return;
        }

        var (counts, low) = CountDigits(keys);
        var (from, to) = (keys, GC.AllocateUninitializedArray<ulong>(keys.Length));
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = ToStarts(counts, digit);
            var shift = low + (digit * DigitBits);
            var target = to;
            foreach (var key in from) target[starts[(int)(key >> shift) & (Radix - 1)]++] = key;
            (from, to) = (to, from);
        }

        from.CopyTo(keys, 0);
        foreach (var (start, length) in Unsorted(keys, low)) Array.Sort(keys, start, length);
    }

    /// <summary>Sorts the keys and carries one item along with each; the order of items of equal keys is not specified.</summary>
    public static void Sort(ulong[] keys, int[] items)
    {
        if (keys.Length < Few)
        {
            Array.Sort(keys, items);
            return;
        }

        var (counts, low) = CountDigits(keys);
        var (from, to) = (keys, GC.AllocateUninitializedArray<ulong>(keys.Length));
        var (itemsFrom, itemsTo) = (items, GC.AllocateUninitializedArray<int>(keys.Length));
        for (var digit = 0; digit < Digits; digit++)
        {
            var starts = ToStarts(counts, digit);
            var shift = low + (digit * DigitBits);
            var (target, itemTarget) = (to, itemsTo);
            for (var index = 0; index < from.Length; index++)
            {
                var at = starts[(int)(from[index] >> shift) & (Radix - 1)]++;
                (target[at], itemTarget[at]) = (from[index], itemsFrom[index]);
            }

            (from, to) = (to, from);
            (itemsFrom, itemsTo) = (itemsTo, itemsFrom);
        }

        from.CopyTo(keys, 0);
        itemsFrom.CopyTo(items, 0);
        foreach (var (start, length) in Unsorted(keys, low)) Array.Sort(keys, items, start, length);
    }

    /// <summary>How often each value of each digit occurs, digits x radix, and the lowest bit of the lowest digit.</summary>
    private static (int[] Counts, int Low) CountDigits(ulong[] keys)
    {
        var (all, any) = (ulong.MaxValue, 0UL);
        foreach (var key in keys) (all, any) = (all & key, any | key);
        var low = Math.Max(0, 64 - BitOperations.LeadingZeroCount(all ^ any) - (Digits * DigitBits));
        var counts = new int[Digits * Radix];
        foreach (var key in keys)
        {
            var bits = key >> low;
            counts[(int)bits & (Radix - 1)]++;
            counts[Radix + ((int)(bits >> DigitBits) & (Radix - 1))]++;
            counts[(2 * Radix) + ((int)(bits >> (2 * DigitBits)) & (Radix - 1))]++;
        }

        return (counts, low);
    }

    /// <summary>Turns the counts of one digit's values into where each value starts.</summary>
    private static Span<int> ToStarts(int[] counts, int digit)
    {
        var starts = counts.AsSpan(digit * Radix, Radix);
        var start = 0;
        foreach (ref var count in starts) (count, start) = (start, start + count);
        return starts;
    }

    /// <summary>The runs of keys that share all bits from the lowest digit up and are not in order yet.</summary>
    private static List<(int Start, int Length)> Unsorted(ulong[] keys, int low)
    {
        var runs = new List<(int, int)>();
        for (var index = 1; index < keys.Length; index++)
        {
            if (keys[index - 1] <= keys[index]) continue;
            var shared = keys[index] >> low;
            var (start, end) = (index - 1, index + 1);
            while (start > 0 && keys[start - 1] >> low == shared) start--;
            while (end < keys.Length && keys[end] >> low == shared) end++;
            runs.Add((start, end - start));
            index = end;
        }

        return runs;
    }
}
