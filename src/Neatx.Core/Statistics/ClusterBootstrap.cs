using System.Globalization;

namespace Neatx.Core.Statistics;

/// <summary>
/// Percentile intervals by resampling whole clusters with replacement (Efron and Tibshirani 1993, chapter 13; Field and Welsh 2007):
/// the images of one patient are not independent, so patients are drawn, not images. One pass serves any number of figures.
/// </summary>
public static class ClusterBootstrap
{
    /// <summary>Resamples that share one random stream; it fixes the numbers drawn, whatever the number of threads.</summary>
    private const int BlockSize = 128;

    /// <summary>
    /// One interval per figure, in order. Bounds are linearly interpolated percentiles of the resamples where it is defined.
    /// </summary>
    public static IReadOnlyList<BootstrapInterval> Of(
        ClusterClasses classes, IReadOnlyList<CountStatistic> statistics, BootstrapOptions options)
    {
        if (classes.Clusters < 2)
        {
            var reason = $"resampling needs at least two {classes.Unit}s, there are {classes.Clusters.ToString(CultureInfo.InvariantCulture)}";
            return [.. statistics.Select(_ => new BootstrapInterval(null, reason, 0))];
        }

        var replicates = Replicates(classes, statistics, options);
        return [.. replicates.Select(values => PercentileInterval.Of(values, classes.Unit, options))];
    }

    /// <summary>One figure.</summary>
    public static BootstrapInterval Of(ClusterClasses classes, CountStatistic statistic, BootstrapOptions options) =>
        Of(classes, [statistic], options)[0];

    private static double?[][] Replicates(ClusterClasses classes, IReadOnlyList<CountStatistic> statistics, BootstrapOptions options)
    {
        var resampler = new ClusterResampler(classes);
        var values = new double?[statistics.Count][];
        for (var index = 0; index < values.Length; index++) values[index] = new double?[options.Resamples];
        var blocks = (options.Resamples + BlockSize - 1) / BlockSize;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = options.MaxThreads }, block =>
        {
            var random = new RandomStream(options.Seed, (ulong)block);
            var counts = new long[classes.Cells];
            var end = Math.Min(options.Resamples, (block + 1) * BlockSize);
            for (var resample = block * BlockSize; resample < end; resample++)
            {
                resampler.Draw(ref random, counts);
                for (var index = 0; index < values.Length; index++)
                    if (statistics[index](counts, out var value))
                        values[index][resample] = value;
            }
        });
        return values;
    }
}
