using System.Globalization;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Fixtures;

/// <summary>Small rating tables written as text.</summary>
internal static class Tables
{
    /// <summary>
    /// One item on the certainty scale, rated by as many raters as there are words: a certainty, "INVALID", or "-" for a missing rating.
    /// </summary>
    public static RatingTable OneItem(string ratings) => Certainties([ratings]);

    /// <summary>One string an item, as in <see cref="OneItem"/>; items and raters are named by their number from 0.</summary>
    public static RatingTable Certainties(IEnumerable<string> items)
    {
        var builder = new RatingTableBuilder(RatingScale.Certainty);
        Each(items, (item, rater, word) =>
        {
            if (!Rating.TryParse(word, out var rating)) throw new ArgumentException($"'{word}' is not a rating.", nameof(items));
            builder.Add(item, rater, rating);
        });
        return builder.Build();
    }

    /// <summary>As <see cref="Certainties"/> on a nominal scale.</summary>
    public static RatingTable Nominal(IEnumerable<string> categories, IEnumerable<string> items)
    {
        var builder = new RatingTableBuilder(RatingScale.Nominal(categories));
        Each(items, (item, rater, word) =>
        {
            if (word == "INVALID") builder.AddInvalid(item, rater);
            else builder.Add(item, rater, word);
        });
        return builder.Build();
    }

    private static void Each(IEnumerable<string> items, Action<string, string, string> add)
    {
        var item = 0;
        foreach (var ratings in items)
        {
            var rater = 0;
            foreach (var word in ratings.Split(' '))
                add(item.ToString(CultureInfo.InvariantCulture), (rater++).ToString(CultureInfo.InvariantCulture), word == "-" ? "" : word);
            item++;
        }
    }
}
