using Neatx.Core.Agreement;

namespace Neatx.Workspace.Agreement;

/// <summary>How the raters called one finding over the order of rating.</summary>
public sealed record FindingDrift
{
    public required string Finding { get; init; }

    public required IReadOnlyList<WatchedRater> Raters { get; init; }

    /// <summary>Every two raters, in order.</summary>
    public required IReadOnlyList<WatchedPair> Pairs { get; init; }

    /// <summary>The record of a finding's charts; of the CUSUMs only where they first signal is kept.</summary>
    public static FindingDrift Of(string finding, DriftReport report) => new()
    {
        Finding = finding,
        Raters = [.. report.Raters.Select(rater => new WatchedRater
        {
            Rater = rater.Rater,
            Judged = rater.Judged,
            Positive = rater.Positive,
            Rate = rater.Rate,
            RateChart = WatchChart.Of(rater.RateChart),
            DifferenceChart = WatchChart.Of(rater.DifferenceChart),
            UpwardAlarm = rater.UpwardCusum.FirstOutside?.Item,
            DownwardAlarm = rater.DownwardCusum.FirstOutside?.Item,
        })],
        Pairs = [.. report.Pairs.Select(pair => new WatchedPair
        {
            A = pair.A,
            B = pair.B,
            N = pair.Crosstab.Total,
            Kappa = pair.Kappa,
            McNemar = pair.McNemar,
            KappaChart = WatchChart.Of(pair.KappaChart),
        })],
    };
}
