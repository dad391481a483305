using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Core.Agreement;

/// <summary>
/// Draws the control charts of raters. Running figures cover the latest items that were judged and start when the window is full; their limits
/// are Shewhart's for a moving proportion (Montgomery, Introduction to Statistical Quality Control, chapters 7 and 9).
/// </summary>
internal sealed class DriftCharts(DriftOptions options, double? pooledRate)
{
    private readonly int _window = options.Window;

    /// <summary>A p-chart: the positive rate within pooled rate ± 3 sqrt(p (1 - p) / window).</summary>
    public ControlChart Rate(bool?[] calls)
    {
        var method = Text($"positive rate over the last {_window} judged items, pooled rate ± {options.Sigmas} sigma (p-chart, Shewhart 1931)");
        if (pooledRate is not { } centre) return new ControlChart(method, null, [], "no item was judged");
        var half = options.Sigmas * Math.Sqrt(centre * (1 - centre) / _window);
        var (low, high) = (Math.Max(0, centre - half), Math.Min(1, centre + half));
        var sum = new MovingSum(_window);
        var points = new List<ControlPoint>();
        for (var item = 0; item < calls.Length; item++)
            if (calls[item] is { } positive && sum.Add(positive ? 1 : 0))
                points.Add(new ControlPoint(item, sum.Value / _window, low, high));
        return Chart(method, centre, points);
    }

    /// <summary>
    /// The rater's rate less the others' on the same items. If the raters call alike, a disagreement is as likely up as down, so the limits follow from
    /// the disagreements in the window alone: McNemar's (1947) statistic, running.
    /// </summary>
    public ControlChart Difference(bool?[][] calls, int rater)
    {
        var method = Text($"positive rate less the other raters' over the last {_window} shared items, 0 ± {options.Sigmas} sigma of their disagreements (McNemar 1947, running)");
        var (sum, squares) = (new MovingSum(_window), new MovingSum(_window));
        var points = new List<ControlPoint>();
        for (var item = 0; item < calls[rater].Length; item++)
        {
            if (calls[rater][item] is not { } mine) continue;
            var (others, positive) = (0, 0);
            for (var other = 0; other < calls.Length; other++)
            {
                if (other == rater || calls[other][item] is not { } theirs) continue;
                others++;
                if (theirs) positive++;
            }

            if (others == 0) continue;
            var difference = (mine ? 1 : 0) - ((double)positive / others);
            squares.Add(difference * difference);
            if (!sum.Add(difference)) continue;
            var half = options.Sigmas * Math.Sqrt(squares.Value) / _window;
            points.Add(new ControlPoint(item, sum.Value / _window, -half, half));
        }

        return Chart(method, 0, points);
    }

    /// <summary>
    /// The CUSUM of log-likelihood ratios (Page 1954; Steiner and others 2000 for yes-or-no data) of odds changed by the odds ratio against the
    /// pooled rate. Its limit is the logarithm of the run length, which bounds the mean time to a false alarm from below (Lorden 1971).
    /// </summary>
    public ControlChart Cusum(bool?[] calls, bool upward)
    {
        var ratio = upward ? options.OddsRatio : 1 / options.OddsRatio;
        var limit = Math.Log(options.RunLength);
        var method = Text($"CUSUM of the evidence for odds of a positive x {ratio} (Page 1954), limit ln {options.RunLength} (Lorden 1971)");
        if (pooledRate is not { } steady) return new ControlChart(method, null, [], "no item was judged");
        if (steady is 0 or 1) return new ControlChart(method, null, [], "all ratings are alike");
        var changed = ratio * steady / (1 - steady + (ratio * steady));
        var (ifPositive, ifNot) = (Math.Log(changed / steady), Math.Log((1 - changed) / (1 - steady)));
        var evidence = 0.0;
        var points = new List<ControlPoint>();
        for (var item = 0; item < calls.Length; item++)
        {
            if (calls[item] is not { } positive) continue;
            evidence = Math.Max(0, evidence + (positive ? ifPositive : ifNot));
            points.Add(new ControlPoint(item, evidence, 0, limit));
        }

        return new ControlChart(method, 0, points, points.Count == 0 ? "no item was judged" : null);
    }

    /// <summary>
    /// Cohen's kappa within overall kappa ± 3 standard errors of a window: the large-sample error of the whole, scaled to the window.
    /// Windows in which kappa is undefined have no point.
    /// </summary>
    public ControlChart Kappa(int?[] ofA, int?[] ofB, Crosstab table, Statistic overall)
    {
        var method = Text($"Cohen's kappa over the last {_window} items both judged, overall kappa ± {options.Sigmas} sigma of a window (Fleiss-Cohen-Everitt)");
        if (overall is not { Value: { } centre, StandardError: { } error })
            return new ControlChart(method, null, [], overall.Undefined ?? "fewer than two items were judged by both");
        var half = options.Sigmas * error * Math.Sqrt((double)table.Total / _window);
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

    private ControlChart Chart(string method, double centre, List<ControlPoint> points) =>
        new(method, centre, points, points.Count == 0 ? Text($"no window of {_window} items was filled") : null);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The sum of the latest values, as many as the window holds; added up anew each time, so that no rounding builds up.</summary>
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
