using Neatx.Core.Statistics;

namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>Reads what a table model learned about each rater.</summary>
internal static class RaterEstimates
{
    /// <summary>Why a figure of a rater is undefined who has no counted rating.</summary>
    public const string Unrated = "the rater has no rating that counts";

    public static RaterEstimate[] Of(
        ObservedRatings data, IReadOnlyList<string> names, TableEstimation estimation, IReadOnlyList<double> prevalences)
    {
        var ratings = CountRatings(data);
        var estimates = new RaterEstimate[names.Count];
        for (var rater = 0; rater < estimates.Length; rater++)
        {
            var confusion = Confusion(data, estimation, rater);
            estimates[rater] = new RaterEstimate
            {
                Rater = names[rater],
                Ratings = ratings[rater],
                Confusion = confusion,
                Accuracy = ratings[rater] > 0 ? Accuracy(data, confusion, prevalences) : Statistic.None(Unrated),
            };
        }

        return estimates;
    }

    public static int[] CountRatings(ObservedRatings data)
    {
        var ratings = new int[data.Raters];
        foreach (var rater in data.Rater) ratings[rater]++;
        return ratings;
    }

    private static ConfusionMatrix Confusion(ObservedRatings data, TableEstimation estimation, int rater)
    {
        var (classes, categories) = (data.Classes.Count, data.Categories.Count);
        var shares = new double?[classes * categories];
        var support = new double[classes];
        for (var @class = 0; @class < classes; @class++)
        {
            for (var category = 0; category < categories; category++)
                support[@class] += estimation.Counts[(((rater * categories) + category) * classes) + @class];
            for (var category = 0; category < categories && support[@class] > 0; category++)
                shares[(@class * categories) + category] = Math.Exp(estimation.LogTable[(((rater * categories) + category) * classes) + @class]);
        }

        return new ConfusionMatrix(data.Classes, data.Categories, shares, support);
    }

    private static Statistic Accuracy(ObservedRatings data, ConfusionMatrix confusion, IReadOnlyList<double> prevalences)
    {
        var accuracy = 0.0;
        for (var @class = 0; @class < data.Classes.Count; @class++)
        {
            if (prevalences[@class] == 0) continue;
            if (confusion.Undefined(@class) is { } reason) return Statistic.None(reason);
            for (var category = 0; category < data.Categories.Count; category++)
                if (data.ClassOfCategory[category] == @class) accuracy += prevalences[@class] * confusion[@class, category]!.Value;
        }

        return Statistic.Of(accuracy);
    }
}
