using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// One figure over runs that differ in their seed only: how much training varies. It says nothing about other patients; that is what
/// an interval by patient is for, and the two are never printed under one name.
/// </summary>
public sealed record SeedSpread
{
    private SeedSpread(int seeds, Statistic mean, Statistic standardDeviation) =>
        (Seeds, Mean, StandardDeviation) = (seeds, mean, standardDeviation);

    /// <summary>The number of runs.</summary>
    public int Seeds { get; }

    /// <summary>The mean over seeds.</summary>
    public Statistic Mean { get; }

    /// <summary>The sample standard deviation over seeds, with n - 1 below; undefined for a single seed.</summary>
    public Statistic StandardDeviation { get; }

    /// <summary>Both are undefined where the figure is undefined for a seed: the other seeds alone would be a choice of the good ones.</summary>
    /// <exception cref="ArgumentException">A seed is given twice.</exception>
    public static SeedSpread Of(IReadOnlyList<(long Seed, Statistic Figure)> runs)
    {
        if (runs.Select(run => run.Seed).Distinct().Count() != runs.Count)
            throw new ArgumentException("A seed is given twice; runs that differ in nothing tell nothing about their spread.", nameof(runs));
        if (runs.Count == 0) return None(0, "there is no run");
        var values = new double[runs.Count];
        for (var index = 0; index < values.Length; index++)
        {
            var (seed, figure) = runs[index];
            if (figure.Value is not { } value)
                return None(runs.Count, string.Create(CultureInfo.InvariantCulture, $"undefined for seed {seed}: {figure.Undefined}"));
            values[index] = value;
        }

        var mean = values.Average();
        var squares = values.Sum(value => (value - mean) * (value - mean));
        return new SeedSpread(
            runs.Count,
            Statistic.Of(mean),
            runs.Count == 1 ? Statistic.None("a single seed has no spread") : Statistic.Of(Math.Sqrt(squares / (runs.Count - 1))));
    }

    private static SeedSpread None(int seeds, string reason) => new(seeds, Statistic.None(reason), Statistic.None(reason));
}
