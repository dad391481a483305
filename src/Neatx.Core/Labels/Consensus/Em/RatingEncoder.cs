namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>Turns a rating table into what a model sees, by the rule's reading of grades and of INVALID.</summary>
internal static class RatingEncoder
{
    public static ObservedRatings Encode(RatingTable ratings, GradeReading grades, InvalidReading invalid, ReferenceLabels? reference)
    {
        var scale = ratings.Scale;
        var ordinal = scale.IsCertainty && grades == GradeReading.Ordinal;
        List<string> classes = [.. scale.Classes];
        List<string> categories = [.. ordinal ? scale.Categories : scale.Classes];
        if (invalid == InvalidReading.Class) classes.Add(ConsensusLabels.InvalidClass);
        if (invalid != InvalidReading.LeftOut) categories.Add("INVALID");

        // For each category of the scale: the category the model sees (none: set aside) and its weight.
        var seen = new int[scale.Categories.Count];
        var weightOf = new double[seen.Length];
        var weighted = scale.IsCertainty && grades == GradeReading.Weight;
        for (var category = 0; category < seen.Length; category++)
        {
            seen[category] = ordinal ? category : scale.ClassOf(category) ?? ObservedRatings.None;
            weightOf[category] = weighted ? Math.Abs((2 * scale.CertaintyOf(category)!.Value) - 1) : 1;
        }

        var start = new int[ratings.Items.Count + 1];
        var rater = new int[ratings.Count];
        var observed = new byte[ratings.Count];
        var weight = weighted ? new double[ratings.Count] : null;
        var count = 0;
        for (var item = 0; item < ratings.Items.Count; item++)
        {
            var raters = ratings.RatersOf(item);
            var answers = ratings.CategoriesOf(item);
            for (var index = 0; index < answers.Length; index++)
            {
                var isInvalid = answers[index] == RatingTable.Invalid;
                if (isInvalid && invalid == InvalidReading.LeftOut) continue;
                var category = isInvalid ? categories.Count - 1 : seen[answers[index]];
                if (category == ObservedRatings.None) continue;
                (rater[count], observed[count]) = (raters[index], (byte)category);
                if (weight is not null) weight[count] = isInvalid ? 1 : weightOf[answers[index]];
                count++;
            }

            start[item + 1] = count;
        }

        return new ObservedRatings
        {
            Raters = ratings.Raters.Count,
            Classes = classes,
            Categories = categories,
            Start = start,
            Rater = rater[..count],
            Category = observed[..count],
            Weight = weight?[..count],
            ClassOfCategory = ClassOfCategory(scale, ordinal, invalid, categories.Count),
            Leaning = Leaning(scale, ordinal, invalid, categories.Count, classes.Count),
            Anchor = Anchor(ratings, invalid, reference),
        };
    }

    private static int[] ClassOfCategory(RatingScale scale, bool ordinal, InvalidReading invalid, int categories)
    {
        var classOf = new int[categories];
        for (var category = 0; category < categories; category++)
        {
            var isInvalid = invalid != InvalidReading.LeftOut && category == categories - 1;
            if (isInvalid) classOf[category] = invalid == InvalidReading.Class ? scale.Classes.Count : ObservedRatings.None;
            else classOf[category] = ordinal ? scale.ClassOf(category) ?? ObservedRatings.None : category;
        }

        return classOf;
    }

    private static double[] Leaning(RatingScale scale, bool ordinal, InvalidReading invalid, int categories, int classes)
    {
        var classOf = ClassOfCategory(scale, ordinal, invalid, categories);
        var leaning = new double[categories * classes];
        for (var category = 0; category < categories; category++)
        {
            if (ordinal && category < scale.Categories.Count)
            {
                var certainty = scale.CertaintyOf(category)!.Value;
                (leaning[category * classes], leaning[(category * classes) + 1]) = (1 - certainty, certainty);
            }
            else if (classOf[category] != ObservedRatings.None)
            {
                leaning[(category * classes) + classOf[category]] = 1;
            }
        }

        return leaning;
    }

    private static int[] Anchor(RatingTable ratings, InvalidReading invalid, ReferenceLabels? reference)
    {
        var anchor = new int[ratings.Items.Count];
        Array.Fill(anchor, ObservedRatings.None);
        for (var item = 0; reference is not null && item < anchor.Length; item++)
        {
            if (reference.ClassOf(item) is { } @class) anchor[item] = @class;
            else if (reference.IsInvalid(item) && invalid == InvalidReading.Class) anchor[item] = ratings.Scale.Classes.Count;
        }

        return anchor;
    }
}
