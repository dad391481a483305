using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// Percentile intervals of AUCs and of their differences, by drawing patients with replacement and taking all images of each (Efron and
/// Tibshirani 1993, chapter 13). All scores see the same draws, so differences are paired. The result does not depend on the number of threads.
/// </summary>
public sealed record AucBootstrap
{
    /// <summary>Resamples that share one random stream; it fixes the numbers drawn, whatever the number of threads.</summary>
    private const int BlockSize = 32;

    private AucBootstrap(IReadOnlyList<BootstrapInterval> areas, IReadOnlyList<BootstrapInterval> differences) =>
        (Areas, Differences) = (areas, differences);

    /// <summary>One interval for each set of scores, in order.</summary>
    public IReadOnlyList<BootstrapInterval> Areas { get; }

    /// <summary>One interval for each pair, in the order of <see cref="AucDifference.OfAll"/>.</summary>
    public IReadOnlyList<BootstrapInterval> Differences { get; }

    /// <param name="scores">At least one set of scores, all against one reference standard.</param>
    /// <param name="options">Resamples, level, seed, threads.</param>
    /// <exception cref="ArgumentException">There are no scores, or they do not belong to one reference standard.</exception>
    public static AucBootstrap Of(IReadOnlyList<ScoredLabels> scores, BootstrapOptions options)
    {
        if (scores.Count == 0) throw new ArgumentException("There are no scores.", nameof(scores));
        var reference = Common(scores);
        return WhyNone(reference) is { } reason ? None(scores.Count, reason) : Intervals(Replicates(scores, reference, options), reference, options);
    }

    /// <summary>
    /// Intervals of mean AUCs, each over the runs of one model, and of their differences. A mean is undefined in a resample where one of its
    /// areas is.
    /// </summary>
    /// <param name="models">At least one model, each with at least one run, all against one reference standard.</param>
    /// <param name="options">Resamples, level, seed, threads.</param>
    /// <exception cref="ArgumentException">There are no scores, or they do not belong to one reference standard.</exception>
    public static AucBootstrap OfMeans(IReadOnlyList<IReadOnlyList<ScoredLabels>> models, BootstrapOptions options)
    {
        ScoredLabels[] runs = [.. models.SelectMany(model => model)];
        if (runs.Length == 0 || models.Any(model => model.Count == 0)) throw new ArgumentException("There are no scores.", nameof(models));
        var reference = Common(runs);
        if (WhyNone(reference) is { } reason) return None(models.Count, reason);
        var areas = Replicates(runs, reference, options);
        var (means, first) = (new double?[models.Count][], 0);
        for (var model = 0; model < means.Length; model++)
        {
            means[model] = Mean(areas.AsSpan(first, models[model].Count), options.Resamples);
            first += models[model].Count;
        }

        return Intervals(means, reference, options);
    }

    /// <summary>The interval of one AUC.</summary>
    public static BootstrapInterval Of(ScoredLabels scored, BootstrapOptions options) => Of([scored], options).Areas[0];

    private static ReferenceStandard Common(IReadOnlyList<ScoredLabels> scores)
    {
        var reference = scores[0].Reference;
        return scores.All(scored => scored.Reference == reference)
            ? reference
            : throw new ArgumentException("The scores belong to several reference standards; AUCs are compared on the same images.", nameof(scores));
    }

    private static AucBootstrap None(int scores, string reason)
    {
        var none = new BootstrapInterval(null, reason, 0);
        return new AucBootstrap([.. Enumerable.Repeat(none, scores)], [.. Enumerable.Repeat(none, scores * (scores - 1) / 2)]);
    }

    private static AucBootstrap Intervals(double?[][] areas, ReferenceStandard reference, BootstrapOptions options)
    {
        var differences = from first in Enumerable.Range(0, areas.Length)
                          from second in Enumerable.Range(first + 1, areas.Length - first - 1)
                          select Subtract(areas[first], areas[second]);
        return new AucBootstrap(
            [.. areas.Select(values => PercentileInterval.Of([.. values], reference.Unit, options))],
            [.. differences.Select(values => PercentileInterval.Of(values, reference.Unit, options))]);
    }

    private static double?[] Mean(ReadOnlySpan<double?[]> areas, int resamples)
    {
        var means = new double?[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            double? sum = 0;
            foreach (var area in areas) sum += area[resample];
            means[resample] = sum / areas.Length;
        }

        return means;
    }

    private static string? WhyNone(ReferenceStandard reference)
    {
        if (reference.OneState is { } reason) return reason;
        var units = reference.Patients ?? reference.Count;
        return units >= 2
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"resampling needs at least two {reference.Unit}s, there is {units}");
    }

    private static double?[][] Replicates(IReadOnlyList<ScoredLabels> scores, ReferenceStandard reference, BootstrapOptions options)
    {
        var resamplers = scores.Select(scored => new AucResampler(scored)).ToArray();
        var values = new double?[scores.Count][];
        for (var index = 0; index < values.Length; index++) values[index] = new double?[options.Resamples];
        var units = reference.Patients ?? reference.Count;
        var blocks = (options.Resamples + BlockSize - 1) / BlockSize;
        Parallel.For(
            0,
            blocks,
            new ParallelOptions { MaxDegreeOfParallelism = options.MaxThreads },
            () => (Weights: new int[units], Running: new long[resamplers[0].Scratch]),
            (block, _, scratch) =>
            {
                var random = new RandomStream(options.Seed, (ulong)block);
                var end = Math.Min(options.Resamples, (block + 1) * BlockSize);
                for (var resample = block * BlockSize; resample < end; resample++)
                {
                    Draw(ref random, scratch.Weights);
                    for (var index = 0; index < resamplers.Length; index++)
                        if (resamplers[index].TryValue(scratch.Weights, scratch.Running, out var area))
                            values[index][resample] = area;
                }

                return scratch;
            },
            _ => { });
        return values;
    }

    /// <summary>As many draws with replacement as there are units, counted.</summary>
    private static void Draw(ref RandomStream random, int[] weights)
    {
        Array.Clear(weights);
        for (var draw = 0; draw < weights.Length; draw++) weights[random.NextInt(weights.Length)]++;
    }

    private static double?[] Subtract(double?[] first, double?[] second)
    {
        var differences = new double?[first.Length];
        for (var index = 0; index < differences.Length; index++) differences[index] = first[index] - second[index];
        return differences;
    }
}
