using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Neatx.Bench.Works;

/// <summary>
/// As many multiply-adds as another work needs, and nothing else: independent fused ones in registers, on all cores. No program that computes in float32
/// without tricks that save multiplications is faster.
/// </summary>
internal sealed class RooflineWork(long multiplyAdds) : IWork
{
    /// <summary>Chains that run beside one another: more than a processor's units times their latency.</summary>
    private const int Chains = 12;

    /// <summary>Nothing is computed that could be compared.</summary>
    public IReadOnlyList<double> Run()
    {
        var lanes = Avx512F.IsSupported ? Vector512<float>.Count : Vector256<float>.Count;
        var each = multiplyAdds / Environment.ProcessorCount / lanes / Chains;
        var sums = new float[Environment.ProcessorCount];
        Parallel.For(0, sums.Length, core => sums[core] = Avx512F.IsSupported ? Wide(each) : Narrow(each));
        return sums.All(float.IsFinite) ? [] : throw new InvalidOperationException("The sums ran out of range.");
    }

    private static float Narrow(long steps)
    {
        var (factor, offset) = (Vector256.Create(.999f), Vector256.Create(.001f));
        var (a, b, c, d, e, f) = (offset, offset, offset, offset, offset, offset);
        var (g, h, i, j, k, l) = (offset, offset, offset, offset, offset, offset);
        for (var step = 0L; step < steps; step++)
        {
            a = Vector256.FusedMultiplyAdd(a, factor, offset);
            b = Vector256.FusedMultiplyAdd(b, factor, offset);
            c = Vector256.FusedMultiplyAdd(c, factor, offset);
            d = Vector256.FusedMultiplyAdd(d, factor, offset);
            e = Vector256.FusedMultiplyAdd(e, factor, offset);
            f = Vector256.FusedMultiplyAdd(f, factor, offset);
            g = Vector256.FusedMultiplyAdd(g, factor, offset);
            h = Vector256.FusedMultiplyAdd(h, factor, offset);
            i = Vector256.FusedMultiplyAdd(i, factor, offset);
            j = Vector256.FusedMultiplyAdd(j, factor, offset);
            k = Vector256.FusedMultiplyAdd(k, factor, offset);
            l = Vector256.FusedMultiplyAdd(l, factor, offset);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }

    private static float Wide(long steps)
    {
        var (factor, offset) = (Vector512.Create(.999f), Vector512.Create(.001f));
        var (a, b, c, d, e, f) = (offset, offset, offset, offset, offset, offset);
        var (g, h, i, j, k, l) = (offset, offset, offset, offset, offset, offset);
        for (var step = 0L; step < steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, factor, offset);
            b = Vector512.FusedMultiplyAdd(b, factor, offset);
            c = Vector512.FusedMultiplyAdd(c, factor, offset);
            d = Vector512.FusedMultiplyAdd(d, factor, offset);
            e = Vector512.FusedMultiplyAdd(e, factor, offset);
            f = Vector512.FusedMultiplyAdd(f, factor, offset);
            g = Vector512.FusedMultiplyAdd(g, factor, offset);
            h = Vector512.FusedMultiplyAdd(h, factor, offset);
            i = Vector512.FusedMultiplyAdd(i, factor, offset);
            j = Vector512.FusedMultiplyAdd(j, factor, offset);
            k = Vector512.FusedMultiplyAdd(k, factor, offset);
            l = Vector512.FusedMultiplyAdd(l, factor, offset);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
