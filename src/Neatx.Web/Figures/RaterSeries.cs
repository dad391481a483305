using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Web.Figures;

/// <summary>One rater's first ratings in the order of rating, beside what others say of the same images.</summary>
internal sealed class RaterSeries(int findings)
{
    // Charts of a long series are dear, and a curator asks what moves now.
    private const int Latest = 2000;

    private readonly List<(long Order, byte[] Own, LabelState[] Others)> _items = [];

    public void Add(in CompletedRating own, RatedImage image)
    {
        var others = new LabelState[findings];
        for (var finding = 0; finding < findings; finding++)
        {
            var (positive, negative) = (0, 0);
            foreach (var other in image.Ratings)
            {
                if (other.Rater == own.Rater || other.Occurrence > 0) continue;
                var side = Rating.OfCode(other.Codes[finding]).Side;
                positive += side == LabelState.Positive ? 1 : 0;
                negative += side == LabelState.Negative ? 1 : 0;
            }

            others[finding] = positive > negative ? LabelState.Positive : negative > positive ? LabelState.Negative : LabelState.Missing;
        }

        _items.Add((own.CompletedAt, own.Codes, others));
    }

    public void Sort() => _items.Sort((one, other) => one.Order.CompareTo(other.Order));

    public PrevalenceFigure Figure(string pseudonym, int finding, string name)
    {
        var (judged, positive) = (0L, 0L);
        foreach (var (_, own, _) in _items)
        {
            var side = Rating.OfCode(own[finding]).Side;
            positive += side == LabelState.Positive ? 1 : 0;
            judged += side is LabelState.Positive or LabelState.Negative ? 1 : 0;
        }

        if (judged == 0) return new(pseudonym, name, 0, 0, null, null, null, null);
        var interval = ConfidenceInterval.Wilson(positive, judged, .95);
        return new(pseudonym, name, judged, positive, (double)positive / judged, interval.Low, interval.High, Drift(finding));
    }

    private string? Drift(int finding)
    {
        var latest = _items.Skip(_items.Count - Latest).ToList();
        var own = latest.Select(item => Rating.OfCode(item.Own[finding]).Side).ToList();
        var others = latest.Select(item => item.Others[finding]).ToList();
        var rater = DriftReport.Of(["rater", "others"], [own, others], new DriftOptions()).Raters[0];
        if (rater.UpwardCusum.FirstOutside is not null) return "more_often";
        if (rater.DownwardCusum.FirstOutside is not null) return "less_often";
        if (rater.DifferenceChart.FirstOutside is not null) return "parted";
        return rater.RateChart.FirstOutside is not null ? "moved" : null;
    }
}
