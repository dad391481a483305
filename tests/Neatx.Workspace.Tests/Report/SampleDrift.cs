using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Tests.Report;

/// <summary>Two raters over 1,011 films: the totals are those of the annotation files (endotracheal 304 against 178), the course in time is invented.</summary>
internal static class SampleDrift
{
    private const int Films = 1011;
    private const int Window = 100;

    public static DriftResult Tubes { get; } = new()
    {
        Ratings = "raters_padchest",
        Title = "Ratings of PadChest tubes",
        Policy = SampleComparisons.Dropped,
        Window = Window,
        Findings = [Finding("Chest drain", 52, 47, .71, 1), Finding("Tracheostomy", 258, 257, .96, 1), Finding("Endotracheal", 304, 178, .58, 1.7), Finding("Nasogastric", 497, 533, .6, 1.1)],
    };

    private static FindingDrift Finding(string finding, int first, int second, double kappa, double growth)
    {
        var pooled = (first + second) / (2.0 * Films);
        var p = Math.Abs(first - second) > 100 ? 2e-15 : .21;
        return new FindingDrift
        {
            Finding = finding,
            Raters = [Rater("rater 1", first, pooled, growth), Rater("rater 2", second, pooled, 1 / growth)],
            Pairs =
            [
                new WatchedPair
                {
                    A = "rater 1", B = "rater 2", N = Films, Kappa = Statistic.Of(kappa), McNemar = Statistic.Of(p < .001 ? 63 : 1.6) with { PValue = p },
                    KappaChart = Chart("Cohen's kappa over the last 100 items both judged", kappa, .18, at => kappa + (.12 * Math.Sin(at / 60.0)) - ((growth - 1) * at / 4000)),
                },
            ],
        };
    }

    private static WatchedRater Rater(string name, int positive, double pooled, double growth)
    {
        var rate = (double)positive / Films;
        var half = 3 * Math.Sqrt(pooled * (1 - pooled) / Window);
        var chart = Chart("positive rate over the last 100 judged items, pooled rate \u00B1 3 sigma (p-chart, Shewhart 1931)", pooled, half, at => rate * (1 + ((growth - 1) * (at - 500) / 900.0)) + (.03 * Math.Sin((at / 37.0) + positive)));
        return new WatchedRater
        {
            Rater = name,
            Judged = Films,
            Positive = positive,
            Rate = Statistic.Of(rate) with { Ci = new Interval(rate - .02, rate + .02, .95, "Wilson") },
            RateChart = chart,
            DifferenceChart = chart,
            UpwardAlarm = growth > 1.5 ? 411 : null,
        };
    }

    private static WatchChart Chart(string method, double centre, double half, Func<double, double> course) => new(
        method, centre,
        [.. Enumerable.Range(Window - 1, Films - Window + 1).Select(item => new ControlPoint(item, Math.Clamp(Math.Round(course(item), 2), 0, 1), Math.Max(centre - half, 0), Math.Min(centre + half, 1)))],
        null);
}
