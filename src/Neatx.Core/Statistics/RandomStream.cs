using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Neatx.Core.Statistics;

/// <summary>
/// A reproducible stream of random numbers: xoshiro256** (Blackman and Vigna 2021), its state filled by splitmix64
/// (Steele, Lea and Flood 2014). The same seed and stream give the same numbers on every machine and in every version.
/// A mutable struct: keep it in a variable and pass it by reference; a copy repeats what the original will draw.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public struct RandomStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong _s0, _s1, _s2, _s3;

    /// <summary>
    /// Stream number <paramref name="stream"/> of a seed. Streams of one seed start from disjoint outputs of splitmix64, so work
    /// that is cut into blocks draws the same numbers however many threads share the blocks.
    /// </summary>
    public RandomStream(ulong seed, ulong stream = 0)
    {
        var position = unchecked(seed + (Golden * 4 * stream));
        _s0 = SplitMix(ref position);
        _s1 = SplitMix(ref position);
        _s2 = SplitMix(ref position);
        _s3 = SplitMix(ref position);
    }

    /// <summary>A generator in a given state, for comparison with published sequences.</summary>
    /// <exception cref="ArgumentException">The state is not four words, or all are zero, which xoshiro never leaves.</exception>
    public RandomStream(ReadOnlySpan<ulong> state)
    {
        if (state.Length != 4 || !state.ContainsAnyExcept(0UL))
            throw new ArgumentException("A state is four words of which at least one is not zero.", nameof(state));
        (_s0, _s1, _s2, _s3) = (state[0], state[1], state[2], state[3]);
    }

    /// <summary>The next 64 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextUInt64()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>Uniform on [0, 1): a multiple of 2^-53.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 to <paramref name="exclusiveMax"/> - 1, without bias (Lemire 2019).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bound is not positive.</exception>
    public int NextInt(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        var bound = (ulong)exclusiveMax;
        var product = (NextUInt64() >> 32) * bound;
        if ((uint)product < (uint)bound)
        {
            // 2^32 mod bound: draws that fall in this remainder would favour small values, so they are drawn again.
            var threshold = (uint)((1UL << 32) % bound);
            while ((uint)product < threshold) product = (NextUInt64() >> 32) * bound;
        }

        return (int)(product >> 32);
    }

    /// <summary>Uniform on false and true, weighted: true with the given probability.</summary>
    public bool NextBool(double probability = .5) => NextDouble() < probability;

    /// <summary>Standard normal, by the polar method (Marsaglia and Bray 1964); the second deviate is not kept.</summary>
    public double NextGaussian()
    {
        while (true)
        {
            var x = (2 * NextDouble()) - 1;
            var y = (2 * NextDouble()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1) return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    /// <summary>The number of successes in <paramref name="trials"/> independent trials; see <see cref="BinomialDraw"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The trials are negative or the probability is not in [0, 1].</exception>
    public long NextBinomial(long trials, double probability) => BinomialDraw.Next(ref this, trials, probability);

    /// <summary>Puts the items in a uniformly random order (Fisher and Yates; Durstenfeld 1964).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextInt(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong SplitMix(ref ulong position)
    {
        unchecked
        {
            position += Golden;
            var z = position;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
