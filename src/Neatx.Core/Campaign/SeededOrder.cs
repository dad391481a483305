using System.Numerics;
using System.Runtime.InteropServices;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>
/// A permutation of 0 to n - 1 that follows from a seed and needs no memory: a balanced Feistel network of six rounds over the next power of
/// four, walked until it lands below n (Black and Rogaway 2002). Any place of a million can be asked for at once.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct SeededOrder
{
    private const int Rounds = 6;

    private readonly ulong _key;
    private readonly int _half;

    /// <param name="count">At least 1.</param>
    /// <param name="seed">Decides the order.</param>
    /// <param name="stream">Another order of the same seed, for instance another rater's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public SeededOrder(int count, ulong seed, ulong stream = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Count = count;
        _half = Math.Max(1, (BitOperations.Log2((uint)Math.Max(1, count - 1)) / 2) + 1);
        var random = new RandomStream(seed, stream);
        _key = random.NextUInt64();
    }

    public int Count { get; }

    /// <summary>What stands at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The place is not 0 to n - 1.</exception>
    public int this[int place]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Count, nameof(place));
            var value = (uint)place;
            do value = Permute(value);
            while (value >= (uint)Count);
            return (int)value;
        }
    }

    /// <summary>The place at which an item stands: the way back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The item is not 0 to n - 1.</exception>
    public int PlaceOf(int item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)Count, nameof(item));
        var value = (uint)item;
        do value = Unpermute(value);
        while (value >= (uint)Count);
        return (int)value;
    }

    private uint Permute(uint value)
    {
        var mask = (1u << _half) - 1;
        var (left, right) = (value >> _half, value & mask);
        for (var round = 0; round < Rounds; round++) (left, right) = (right, left ^ (Mix(right + ((ulong)(uint)round << 32)) & mask));
        return (left << _half) | right;
    }

    private uint Unpermute(uint value)
    {
        var mask = (1u << _half) - 1;
        var (left, right) = (value >> _half, value & mask);
        for (var round = Rounds - 1; round >= 0; round--) (left, right) = (right ^ (Mix(left + ((ulong)(uint)round << 32)) & mask), left);
        return (left << _half) | right;
    }

    /// <summary>The finaliser of splitmix64.</summary>
    private uint Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ _key) + 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return (uint)((value ^ (value >> 31)) >> 16);
        }
    }
}
