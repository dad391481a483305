using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Agreement;

public sealed class DriftReportTests
{
    [Fact]
    public void Of_SteadyRaters_StayWithinLimits()
    {
        var report = Report(Rated(seed: 1, 2000, item => .9, item => .2), Rated(seed: 2, 2000, item => .9, item => .2));
        Assert.All(report.Raters, rater => Assert.False(rater.LeavesLimits));
        Assert.Null(report.Pairs[0].KappaChart.FirstOutside);
        Assert.True(report.Pairs[0].McNemar.PValue > .01);
        Assert.Equal("uncertain=drop invalid=drop missing=drop", report.Policy);
    }

    /// <summary>From item 1000 on, the second rater calls three in ten of the negatives positive.</summary>
    [Fact]
    public void Of_RaterWhoDrifts_IsNamedSoonAfter()
    {
        var report = Report(Rated(seed: 1, 2000, item => .9, item => .05), Rated(seed: 2, 2000, item => .9, item => item < 1000 ? .05 : .3));
        var drifter = report.Raters[1];
        Assert.True(drifter.LeavesLimits);
        Assert.InRange(drifter.DifferenceChart.FirstOutside!.Item, 1000, 1150);
        Assert.InRange(drifter.UpwardCusum.FirstOutside!.Item, 1000, 1300);
        Assert.Null(report.Raters[0].UpwardCusum.FirstOutside);
        Assert.True(report.Pairs[0].McNemar.PValue < 1e-9);
    }

    [Fact]
    public void Of_RaterWhoStartsToGuess_DropsOutOfKappaChart()
    {
        var steady = Rated(seed: 1, 2000, item => .95, item => .05);
        var report = Report(steady, Rated(seed: 2, 2000, item => item < 1850 ? .95 : .5, item => item < 1850 ? .05 : .5));
        var chart = report.Pairs[0].KappaChart;
        Assert.InRange(chart.FirstOutside!.Item, 1850, 1950);
        Assert.True(chart.FirstOutside.Value < chart.FirstOutside.Low);
    }

    /// <summary>The limits keep their promise: among 200 steady pairs of raters few leave a chart.</summary>
    [Fact]
    public void Of_ManySteadyRaters_SeldomRaisesFalseAlarms()
    {
        const int Series = 200;
        var (rate, difference, cusum) = (0, 0, 0);
        for (ulong series = 0; series < Series; series++)
        {
            var present = Present(series + 1, 1000, item => .1);
            var rater = Report(Seen(series + 10_000, present, .9), Seen(series + 20_000, present, .9)).Raters[0];
            if (rater.RateChart.FirstOutside is not null) rate++;
            if (rater.DifferenceChart.FirstOutside is not null) difference++;
            if ((rater.UpwardCusum.FirstOutside ?? rater.DownwardCusum.FirstOutside) is not null) cusum++;
        }

        Assert.All((int[])[rate, difference, cusum], alarms => Assert.InRange(alarms, 0, 6));
    }

    /// <summary>When the images change and not the raters, only the charts that look at one rater alone move.</summary>
    [Fact]
    public void Of_ImagesThatChange_LeavesDifferenceWithinLimits()
    {
        var present = Present(seed: 3, 2000, item => item < 1000 ? .1 : .6);
        var report = Report(Seen(seed: 1, present, .95), Seen(seed: 2, present, .95));
        Assert.All(report.Raters, rater => Assert.NotNull(rater.RateChart.FirstOutside));
        Assert.All(report.Raters, rater => Assert.Null(rater.DifferenceChart.FirstOutside));
    }

    [Fact]
    public void Of_Window_ChartsMatchHandCounts()
    {
        LabelState[] a = [LabelState.Positive, LabelState.Missing, LabelState.Negative, LabelState.Positive, LabelState.Uncertain];
        LabelState[] b = [LabelState.Positive, LabelState.Positive, LabelState.Positive, LabelState.Positive, LabelState.Negative];
        var report = DriftReport.Of(["a", "b"], [a, b], new DriftOptions { Window = 2 });
        Assert.Equal((3, 2), (report.Raters[0].Judged, report.Raters[0].Positive));
        Assert.Equal(6.0 / 8, report.PooledRate.Value);
        Assert.Equal([(2, .5), (3, .5)], report.Raters[0].RateChart.Points.Select(point => (point.Item, point.Value)));
        Assert.Equal([(2, -.5), (3, -.5)], report.Raters[0].DifferenceChart.Points.Select(point => (point.Item, point.Value)));
        Assert.Equal((2, 1.0), (report.Raters[1].UpwardCusum.Points[0].Item, report.Raters[0].RateChart.Points[0].High));
        Assert.Equal(Math.Log(4.0 / 3), report.Raters[1].UpwardCusum.Points[0].Value, 12);
        Assert.Equal(3, report.Pairs[0].Crosstab.Total);
    }

    [Fact]
    public void Of_TooFewItems_SaysSo()
    {
        var report = Report(Rated(seed: 1, 50, item => .9, item => .2), Rated(seed: 2, 50, item => .9, item => .2));
        Assert.Equal("no window of 100 items was filled", report.Raters[0].RateChart.Undefined);
        Assert.Equal("no window of 100 items was filled", report.Pairs[0].KappaChart.Undefined);
        Assert.NotEmpty(report.Raters[0].UpwardCusum.Points);
    }

    [Fact]
    public void Of_NothingJudged_IsUndefined()
    {
        var report = Report([LabelState.Missing, LabelState.Invalid], [LabelState.Missing, LabelState.Missing]);
        Assert.Equal("no item was judged", report.PooledRate.Undefined);
        Assert.All(report.Raters, rater => Assert.Equal("no item was judged", rater.RateChart.Undefined));
        Assert.Equal("no item was rated by both raters", report.Pairs[0].KappaChart.Undefined);
        Assert.False(report.Raters[0].LeavesLimits);
    }

    [Fact]
    public void Of_RatersWhoAgree_HaveNoCusum()
    {
        var all = Enumerable.Repeat(LabelState.Negative, 200).ToArray();
        Assert.Equal("no disagreement with the other raters", Report(all, all).Raters[0].UpwardCusum.Undefined);
    }

    [Fact]
    public void Of_ListsThatDoNotMatch_Throws()
    {
        Assert.Throws<ArgumentException>(() => DriftReport.Of(["a", "b"], [[LabelState.Positive]], new DriftOptions()));
        Assert.Throws<ArgumentException>(() => DriftReport.Of(["a", "b"], [[LabelState.Positive], []], new DriftOptions()));
        Assert.Throws<ArgumentException>(() => DriftReport.Of([], [], new DriftOptions()));
    }

    [Fact]
    public void DriftOptions_Impossible_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftOptions { Window = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftOptions { OddsRatio = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftOptions { FalseAlarm = .5 });
    }

    private static DriftReport Report(LabelState[] a, LabelState[] b) => DriftReport.Of(["a", "b"], [a, b], new DriftOptions());

    /// <summary>
    /// A rater of images of which three in ten have the device, with the given sensitivity and false positive rate over time.
    /// </summary>
    private static LabelState[] Rated(ulong seed, int items, Func<int, double> sensitivity, Func<int, double> falsePositives)
    {
        var present = Present(seed: 100, items, item => .3);
        var random = new RandomStream(seed);
        return [.. present.Select((there, item) => random.NextBool(there ? sensitivity(item) : falsePositives(item)) ? LabelState.Positive : LabelState.Negative)];
    }

    private static LabelState[] Seen(ulong seed, bool[] present, double skill)
    {
        var random = new RandomStream(seed);
        return [.. present.Select(there => random.NextBool(skill) == there ? LabelState.Positive : LabelState.Negative)];
    }

    private static bool[] Present(ulong seed, int items, Func<int, double> prevalence)
    {
        var random = new RandomStream(seed);
        var present = new bool[items];
        for (var item = 0; item < items; item++) present[item] = random.NextBool(prevalence(item));
        return present;
    }
}
