using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Draws the control charts of raters. Running figures cover the latest items that were judged and start when the window is full. The
/// idea is Shewhart's (1931); see <see cref="ControlLimits"/> for the limits.
/// </summary>
internal sealed class DriftCharts(DriftOptions options, double? pooledRate)
{
    private readonly int _window = options.Window;

    /// <summary>A p-chart: the positive rate around the pooled rate of all raters.</summary>
    public ControlChart Rate(bool?[] calls)
    {
        var judged = calls.LongCount(static call => call is not null);
        var method = Text($"positive rate over the last {_window} judged items around the pooled rate, {Limits(judged)} (p-chart, binomial)");
        if (pooledRate is not { } centre || judged == 0) return new ControlChart(method, null, [], "no item was judged");
        var (low, high) = ControlLimits.Rate(centre, _window, Sigmas(judged));
        var sum = new MovingSum(_window);
        var points = new List<ControlPoint>();
        for (var item = 0; item < calls.Length; item++)
            if (calls[item] is { } positive && sum.Add(positive ? 1 : 0))
                points.Add(new ControlPoint(item, sum.Value / _window, low, high));
        return Chart(method, centre, points);
    }

    /// <summary>
    /// The rater's rate less the others' on the same items. If the raters call alike, a disagreement is as likely up as down, so the
    /// limits follow from the disagreements in the window alone: McNemar's (1947) statistic, running.
    /// </summary>
    public ControlChart Difference(bool?[] calls, double?[] others)
    {
        var shared = calls.Where((call, item) => call is not null && others[item] is not null).LongCount();
        var method = Text($"positive rate less that of the others over the last {_window} shared items, {Limits(shared)} (McNemar 1947, running)");
        var (sigmas, sum, squares) = (Sigmas(shared), new MovingSum(_window), new MovingSum(_window));
        var points = new List<ControlPoint>();
        for (var item = 0; item < calls.Length; item++)
        {
            if (calls[item] is not { } positive || others[item] is not { } rate) continue;
            var difference = (positive ? 1 : 0) - rate;
            squares.Add(difference * difference);
            if (!sum.Add(difference)) continue;
            var half = sigmas * Math.Sqrt(squares.Value) / _window;
            points.Add(new ControlPoint(item, sum.Value / _window, -half, half));
        }

        return Chart(method, 0, points);
    }

    /// <summary>
    /// The CUSUM (Page 1954) of the evidence that of the items on which the rater and the majority of the others disagree, too many
    /// (upward) or too few are the rater's positives: log-likelihood ratios of the odds to detect against even odds. It grows with every
    /// such item, where a window forgets. A steady rater crosses ln(disagreements / chance) with at most that chance.
    /// </summary>
    public ControlChart Cusum(bool?[] calls, double?[] others, bool upward)
    {
        var disagreements = calls.Index()
            .Where(call => call.Item is { } positive && others[call.Index] is { } rate && (positive ? rate < .5 : rate > .5))
            .Select(call => (Item: call.Index, Positive: call.Item == true))
            .ToArray();
        var odds = upward ? options.OddsRatio : 1 / options.OddsRatio;
        var limit = Math.Log(Math.Max(1, disagreements.Length) / options.FalseAlarm);
        var method = Text($"CUSUM of the evidence for odds of {odds} that a disagreement is this rater's positive (Page 1954), false alarm {options.FalseAlarm}");
        var (ifPositive, ifNegative) = (Math.Log(2 * odds / (1 + odds)), Math.Log(2 / (1 + odds)));
        var evidence = 0.0;
        var points = new List<ControlPoint>();
        foreach (var (item, positive) in disagreements)
        {
            evidence = Math.Max(0, evidence + (positive ? ifPositive : ifNegative));
            points.Add(new ControlPoint(item, evidence, 0, limit));
        }

        return new ControlChart(method, 0, points, points.Count == 0 ? "no disagreement with the other raters" : null);
    }

    /// <summary>
    /// Cohen's kappa around the overall kappa; the standard error of a window is the large-sample error of the whole, scaled. Windows in
    /// which kappa is undefined have no point.
    /// </summary>
    public ControlChart Kappa(int?[] ofA, int?[] ofB, Crosstab table, Statistic overall)
    {
        var method = Text($"Cohen's kappa over the last {_window} items both judged around the overall kappa, {Limits(table.Total)} (Fleiss-Cohen-Everitt)");
        if (overall is not { Value: { } centre, StandardError: { } error })
            return new ControlChart(method, null, [], overall.Undefined ?? "fewer than two items were judged by both");
        var half = Sigmas(table.Total) * error * Math.Sqrt((double)table.Total / _window);
        var formula = CohenKappa.Unweighted(table.Size);
        var counts = new long[table.Size * table.Size];
        var cells = new Queue<int>(_window);
        var points = new List<ControlPoint>();
        for (var item = 0; item < ofA.Length; item++)
        {
            if (ofA[item] is not { } row || ofB[item] is not { } column) continue;
            if (cells.Count == _window) counts[cells.Dequeue()]--;
            var cell = (row * table.Size) + column;
            cells.Enqueue(cell);
            counts[cell]++;
            if (cells.Count == _window && formula.TryValue(counts, out var kappa))
                points.Add(new ControlPoint(item, kappa, Math.Max(-1, centre - half), Math.Min(1, centre + half)));
        }

        return Chart(method, centre, points);
    }

    private double Sigmas(long judged) => ControlLimits.Sigmas(judged, _window, options.FalseAlarm);

    private string Limits(long judged) => Text($"limits at {Sigmas(judged):F2} sigma for a false alarm of {options.FalseAlarm} over the series");

    private ControlChart Chart(string method, double centre, List<ControlPoint> points) =>
        new(method, centre, points, points.Count == 0 ? Text($"no window of {_window} items was filled") : null);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// The sum of the latest values, as many as the window holds; added up anew each time, so that no rounding builds up.
    /// </summary>
    private sealed class MovingSum(int window)
    {
        private readonly double[] _latest = new double[window];
        private long _seen;

        public double Value => _latest.Sum();

        /// <summary>Takes the next value; true when the window is full.</summary>
        public bool Add(double value)
        {
            _latest[_seen++ % window] = value;
            return _seen >= window;
        }
    }
}
