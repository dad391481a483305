using Neatx.Core.Statistics;

namespace Neatx.Core.Splits;

/// <summary>How often one level of a characteristic occurs in a part and in the other parts together.</summary>
public sealed record BalanceRow
{
    internal BalanceRow(string characteristic, string level, string part, int images, int ofPart, int elsewhere, int ofElsewhere)
    {
        (Characteristic, Level, Part, Images, ImagesOfPart) = (characteristic, level, part, images, ofPart);
        if (ofPart == 0 || ofElsewhere == 0)
        {
            var reason = Statistic.None(ofPart == 0 ? "the part is empty" : "the other parts are empty");
            (Difference, StandardisedDifference) = (reason, reason);
            Share = ofPart == 0 ? reason : Statistic.Of((double)images / ofPart);
            ShareElsewhere = ofElsewhere == 0 ? reason : Statistic.Of((double)elsewhere / ofElsewhere);
            return;
        }

        var (here, there) = ((double)images / ofPart, (double)elsewhere / ofElsewhere);
        (Share, ShareElsewhere, Difference) = (Statistic.Of(here), Statistic.Of(there), Statistic.Of(here - there));
        var variance = ((here * (1 - here)) + (there * (1 - there))) / 2;
        StandardisedDifference = (here == there, variance > 0) switch
        {
            (true, _) => Statistic.Of(0),
            (_, true) => Statistic.Of((here - there) / Math.Sqrt(variance)),
            _ => Statistic.None("all images have the level on one side and none on the other"),
        };
    }

    public string Characteristic { get; }

    public string Level { get; }

    public string Part { get; }

    /// <summary>Images of the part with this level.</summary>
    public int Images { get; }

    public int ImagesOfPart { get; }

    /// <summary>The share of the part's images with this level.</summary>
    public Statistic Share { get; }

    /// <summary>The share among the images of all other parts.</summary>
    public Statistic ShareElsewhere { get; }

    /// <summary>The first share minus the second, in [-1, 1].</summary>
    public Statistic Difference { get; }

    /// <summary>
    /// The difference in units of the pooled standard deviation, sqrt((p (1 - p) + q (1 - q)) / 2) (Austin 2009); beyond .1 it is commonly
    /// taken for imbalance.
    /// </summary>
    public Statistic StandardisedDifference { get; }
}
