using System.Globalization;

namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>Puts into words why a model cannot be estimated from some ratings, and what would help.</summary>
internal static class RefusalReason
{
    private const int NamesShown = 5;

    /// <summary>The reason, or null when the model can be estimated.</summary>
    public static string? Find(ModelRule rule, RatingTable ratings, ObservedRatings data, ReferenceLabels? reference)
    {
        if (data.Count == 0) return $"{rule.Name} has no rating to learn from: all are missing or set aside (grades: {Word(rule, "grades")}, invalid: {Word(rule, "invalid")}).";
        if (data.Classes.Count == 1) return null;
        var identifiability = new Identifiability(data, rule.HasOneNumberARater);
        var unknown = identifiability.NotIdentified;
        if (unknown.Count == 0) return null;

        var raters = identifiability.Active.Count();
        var why = Why(rule, raters, identifiability.MostRatersOfAnItem, unknown.Count);
        var which = unknown.Count == raters ? "" : $" This concerns {Names(unknown, ratings)}.";
        return $"{why}{which}{Anchors(rule, data, reference)} {WayOut(rule, ratings.Scale, raters, unknown.Count)}";
    }

    private static string Why(ModelRule rule, int raters, int mostRaters, int unknown)
    {
        var model = rule.ModelName;
        var ground = rule.WhyTwoAreTooFew;
        if (raters < 3) return $"With {(raters == 1 ? "one rater" : "two raters")} the {model} model is not identifiable: {(raters == 1 ? "nothing shows when the rater is wrong" : ground)}.";
        if (mostRaters < 3)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"There are {raters} raters, but no item was rated by more than {(mostRaters == 1 ? "one" : "two")} of them, and the {model} model is then not identifiable: {(mostRaters == 1 ? "nothing shows when a rater is wrong" : ground)}.");
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"The {model} model is not identifiable for {unknown} of {raters} raters: they share no item, directly or through others, with raters of whom three rated the same item.");
    }

    private static string Names(IReadOnlyList<int> raters, RatingTable ratings)
    {
        var names = string.Join(", ", raters.Take(NamesShown).Select(rater => $"'{ratings.Raters[rater]}'"));
        return raters.Count <= NamesShown ? names : string.Create(CultureInfo.InvariantCulture, $"{names} and {raters.Count - NamesShown} more");
    }

    private static string Anchors(ModelRule rule, ObservedRatings data, ReferenceLabels? reference)
    {
        if (reference is null) return "";
        var anchored = Enumerable.Range(0, data.Items)
            .Where(item => data.Anchor[item] != ObservedRatings.None && data.Start[item + 1] > data.Start[item])
            .Select(item => data.Anchor[item])
            .ToHashSet();
        if (anchored.Count == 0) return " The reference labels touch no item with a counted rating.";
        var absent = data.Classes.Where((_, @class) => !anchored.Contains(@class)).Select(name => $"'{name}'").ToList();
        return !rule.HasOneNumberARater && absent.Count > 0
            ? $" The reference labels do not anchor it, for no rated item has a reference of class {string.Join(" or ", absent)}."
            : " The reference labels do not anchor it, for they miss items of these raters.";
    }

    private static string WayOut(ModelRule rule, RatingScale scale, int raters, int unknown)
    {
        var gold = rule.HasOneNumberARater ? "give reference labels for items that each rater rated" : "give reference labels for items of every class that each rater rated";
        var counting = scale.IsCertainty ? "same-side" : "unanimous or majority";
        var more = raters < 3 ? "add a third rater on the same items" : "have the same items rated by three raters";
        return raters < 3 || unknown == raters
            ? $"Either {more}, {gold}, or use {counting}, which assumes nothing about the raters."
            : $"Either leave these raters out, {more}, {gold}, or use {counting}, which assumes nothing about the raters.";
    }

    private static string Word(ModelRule rule, string option) => rule.Options.First(candidate => candidate.Name == option).Value;
}
