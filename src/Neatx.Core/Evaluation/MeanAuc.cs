using Neatx.Core.Statistics;

namespace Neatx.Core.Evaluation;

/// <summary>
/// The mean AUC of each of several models over runs that differ in their seed, on the same images, and each model compared with each that follows.
/// The intervals are over patients (or images): how the mean over these seeds would vary with other patients. How it varies with the seed is what
/// <see cref="SeedSpread"/> tells.
/// </summary>
public sealed record MeanAuc
{
    private MeanAuc(IReadOnlyList<Statistic> means, IReadOnlyList<AucDifference> differences) => (Means, Differences) = (means, differences);

    /// <summary>One for each model, in order.</summary>
    public IReadOnlyList<Statistic> Means { get; }

    /// <summary>First against second, first against third, … second against third, …</summary>
    public IReadOnlyList<AucDifference> Differences { get; }

    /// <param name="models">Name and runs of each model; at least one run each, all against one reference standard.</param>
    /// <param name="level">The nominal coverage of the analytic intervals.</param>
    /// <param name="bootstrap">How intervals by resampling are made, or null for none.</param>
    /// <exception cref="ArgumentException">A model has no run, or the runs belong to several reference standards.</exception>
    public static MeanAuc Of(IReadOnlyList<(string Name, IReadOnlyList<ScoredLabels> Runs)> models, double level = .95, BootstrapOptions? bootstrap = null)
    {
        if (models.Count == 0 || models.Any(model => model.Runs.Count == 0)) throw new ArgumentException("A model has no run.", nameof(models));
        var reference = models[0].Runs[0].Reference;
        if (models.Any(model => model.Runs.Any(run => run.Reference != reference)))
            throw new ArgumentException("The runs belong to several reference standards; AUCs are compared on the same images.", nameof(models));
        var placements = models.Select(model => reference.OneState is null ? Placements.Mean([.. model.Runs.Select(Placements.Of)]) : null).ToArray();
        var resampled = bootstrap is null ? null : AucBootstrap.OfMeans([.. models.Select(model => model.Runs)], bootstrap);
        var means = placements.Select((mean, index) => With(Area(mean, reference, level), resampled?.Areas[index]));
        var differences = from first in Enumerable.Range(0, models.Count)
                          from second in Enumerable.Range(first + 1, models.Count - first - 1)
                          select AucDifference.Of(models[first].Name, placements[first], models[second].Name, placements[second], reference, level);
        return new MeanAuc(
            [.. means], [.. differences.Select((pair, index) => pair with { Difference = With(pair.Difference, resampled?.Differences[index]) })]);
    }

    private static Statistic Area(Placements? mean, ReferenceStandard reference, double level)
    {
        if (mean is null) return Statistic.None(reference.OneState!);
        if (reference.Positives < 2 || reference.Negatives < 2) return Statistic.Of(mean.Auc);
        var error = Math.Sqrt(mean.Variance());
        return Statistic.Of(mean.Auc) with { StandardError = error, Ci = ConfidenceInterval.Normal(mean.Auc, error, level, Auc.Source, 0, 1) };
    }

    private static Statistic With(Statistic figure, BootstrapInterval? interval) => interval is null || figure.Value is null
        ? figure
        : figure with { BootstrapCi = interval.Interval, BootstrapUndefined = interval.Undefined };
}
