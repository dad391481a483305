namespace Neatx.Workspace.Labels;

/// <summary>Raters who rate an item more than once: the same answer again is no harm, another answer leaves open which one counts.</summary>
internal static class RepeatedRatings
{
    /// <summary>Refuses a file where a rater says different things of one item.</summary>
    /// <exception cref="NeatxException">There is such a rater; the first places are listed.</exception>
    public static void RefuseDifferent(RatingsFile file, AnswerScale scale)
    {
        var problems = new RowProblems(file.Name);
        var itemOfRater = Enumerable.Repeat(-1, file.Raters.Count).ToArray();
        var ratingOfRater = new RatingEntry[file.Raters.Count];
        for (var item = 0; item < file.Items.Count; item++)
        {
            foreach (var rating in file.RatingsOf(item))
            {
                if (itemOfRater[rating.Rater] != item)
                {
                    (itemOfRater[rating.Rater], ratingOfRater[rating.Rater]) = (item, rating);
                    continue;
                }

                var before = ratingOfRater[rating.Rater];
                if (scale.CategoryOf(before.Text) == scale.CategoryOf(rating.Text)) continue;
                problems.Add(
                    "two-ratings",
                    rating.Line,
                    null,
                    file.Texts[rating.Text].Text,
                    $"one rating of item '{file.Items[item]}' by rater '{file.Raters[rating.Rater]}', who said '{file.Texts[before.Text].Text}' in line {before.Line}",
                    "Keep one of the two rows.");
            }
        }

        problems.ThrowIfAny();
    }
}
