using System.Collections.Concurrent;
using System.Numerics;

namespace Neatx.Imaging.Duplicates;

/// <summary>
/// Finds all pairs of hashes within a distance without comparing all (multi-index hashing; Norouzi, Punjani and Fleet 2012). A hash is cut into sixteen parts; of
/// two that differ in fewer bits than sixteen times (k + 1), some part differs in at most k. So only those are compared that share a part up to k bits.
/// </summary>
internal static class HashIndex
{
    private const int Parts = 16, Keys = 1 << 16;

    /// <summary>Beyond this many bits a part, the neighbours of a part are too many to be worth it, and all pairs are compared.</summary>
    private const int MostBits = 2;

    /// <returns>Pairs of places, the smaller first, in order.</returns>
    public static (int First, int Second)[] Pairs(IReadOnlyList<PerceptualHash> hashes, int distance, CancellationToken cancellation)
    {
        var all = hashes.ToArray();
        var found = new ConcurrentBag<(int, int)>();
        var bits = distance / Parts;
        if (bits > MostBits)
        {
            Parallel.For(0, all.Length, new ParallelOptions { CancellationToken = cancellation }, first =>
            {
                for (var second = first + 1; second < all.Length; second++)
                    if (all[first].Distance(all[second]) <= distance) found.Add((first, second));
            });
        }
        else
        {
            ushort[] masks = [.. Enumerable.Range(0, Keys).Select(mask => (ushort)mask).Where(mask => BitOperations.PopCount(mask) <= bits)];
            Parallel.For(0, Parts, new ParallelOptions { CancellationToken = cancellation }, part => Share(all, part, masks, distance, bits, found, cancellation));
        }

        return [.. found.Order()];
    }

    /// <summary>The pairs whose first part alike, up to some bits, is this one: so each pair is found once.</summary>
    private static void Share(
        PerceptualHash[] hashes, int part, ushort[] masks, int distance, int bits, ConcurrentBag<(int, int)> found, CancellationToken cancellation)
    {
        var (starts, places) = ByKey(hashes, part);
        for (var key = 0; key < Keys; key++)
        {
            if (starts[key] == starts[key + 1]) continue;
            cancellation.ThrowIfCancellationRequested();
            foreach (var mask in masks)
            {
                var near = key ^ mask;
                if (near < key) continue;
                for (var i = starts[key]; i < starts[key + 1]; i++)
                {
                    for (var j = mask == 0 ? i + 1 : starts[near]; j < starts[near + 1]; j++)
                    {
                        var (a, b) = (places[i], places[j]);
                        if (hashes[a].Distance(hashes[b]) > distance || AlikeBefore(hashes[a], hashes[b], part, bits)) continue;
                        found.Add(a < b ? (a, b) : (b, a));
                    }
                }
            }
        }
    }

    private static bool AlikeBefore(PerceptualHash a, PerceptualHash b, int part, int bits)
    {
        for (var before = 0; before < part; before++)
            if (BitOperations.PopCount((uint)(a.Part(before) ^ b.Part(before))) <= bits) return true;
        return false;
    }

    private static (int[] Starts, int[] Places) ByKey(PerceptualHash[] hashes, int part)
    {
        var starts = new int[Keys + 1];
        foreach (var hash in hashes) starts[hash.Part(part) + 1]++;
        for (var key = 0; key < Keys; key++) starts[key + 1] += starts[key];
        var next = starts[..Keys];
        var places = new int[hashes.Length];
        for (var place = 0; place < hashes.Length; place++) places[next[hashes[place].Part(part)]++] = place;
        return (starts, places);
    }
}
