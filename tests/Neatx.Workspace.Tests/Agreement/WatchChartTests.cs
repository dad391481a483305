using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Tests.Agreement;

public sealed class WatchChartTests
{
    [Theory]
    [InlineData(3_000)]
    [InlineData(112_120)]
    public void Of_SeriesOfAnyLength_KeepsABoundedNumberOfPointsAndAllThatMatters(int items)
    {
        // A rater who calls ever more.
        var random = new RandomStream(1);
        LabelState[] Calls(double rise)
        {
            var calls = new LabelState[items];
            for (var item = 0; item < items; item++) calls[item] = random.NextBool(.2 + (rise * item / items)) ? LabelState.Positive : LabelState.Negative;
            return calls;
        }

        var whole = DriftReport.Of(["a", "b"], [Calls(0), Calls(.4)], new DriftOptions { Window = 100 }).Raters[1].RateChart;
        var kept = WatchChart.Of(whole);
        Assert.InRange(kept.Points.Count, 1, WatchChart.MostPoints + 2);
        Assert.Equal((whole.FirstOutside!.Item, whole.Outside), (kept.FirstOutside, kept.Outside));
        Assert.Equal((whole.Points[0], whole.Points[^1]), (kept.Points[0], kept.Points[^1]));
        if (whole.Points.Count <= WatchChart.MostPoints) Assert.Equal(whole.Points, kept.Points);
        else Assert.Equal(kept.Points.OrderBy(point => point.Item), kept.Points);
    }
}
