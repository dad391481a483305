namespace Neatx.Core.Tests.Statistics;

/// <summary>Are counts drawn from given probabilities? Seeds are fixed, so a test that passes always passes.</summary>
internal static class ChiSquareTest
{
    public static void Accepts(ReadOnlySpan<long> observed, ReadOnlySpan<double> probabilities, double significance = 1e-3)
    {
        Assert.Equal(probabilities.Length, observed.Length);
        var total = 0L;
        foreach (var count in observed) total += count;

        // Cells that expect fewer than five are pooled, as the approximation asks for.
        var (statistic, cells, pooledSeen, pooledExpected) = (0.0, 0, 0.0, 0.0);
        for (var cell = 0; cell < observed.Length; cell++)
        {
            pooledSeen += observed[cell];
            pooledExpected += probabilities[cell] * total;
            if (pooledExpected < 5) continue;
            statistic += (pooledSeen - pooledExpected) * (pooledSeen - pooledExpected) / pooledExpected;
            cells++;
            (pooledSeen, pooledExpected) = (0, 0);
        }

        if (cells < 2) return;
        var p = MathNet.Numerics.SpecialFunctions.GammaUpperRegularized((cells - 1) / 2.0, statistic / 2);
        Assert.True(p > significance, $"chi-square {statistic} with {cells - 1} df, p = {p}");
    }
}
