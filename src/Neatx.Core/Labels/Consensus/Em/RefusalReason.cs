using System.Globalization;

namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>Puts into words why a model cannot be estimated from some ratings, and what would help.</summary>
internal static class RefusalReason
{
    private const int NamesShown = 5;

    /// <summary>The reason, or null when the model can be estimated.</summary>
    public static string? Find(ModelRule rule, RatingTable ratings, ObservedRatings data, ReferenceLabels? reference)
    {
        if (data.Count == 0) return $"{rule.Name} has no rating to learn from: all are missing or set aside ({SetAside(rule)}).";
        if (data.Classes.Count == 1) return null;
        var identifiability = new Identifiability(data, rule.PairsCanIdentify);
        var unknown = identifiability.NotIdentified;
        if (unknown.Count == 0) return null;

        var raters = identifiability.Active.Count();
        var apart = unknown.Count < raters;
        return string.Concat(
            Why(rule, raters, identifiability.MostRatersOfAnItem, unknown.Count),
            apart ? $" This concerns {Names(unknown, ratings)}." : "",
            reference is null ? "" : WhyNotAnchored(rule, data),
            WayOut(rule, ratings.Scale, raters, apart));
    }

    private static string SetAside(ModelRule rule) =>
        string.Join(", ", rule.Options.Where(option => option.Name is "grades" or "invalid").Select(option => $"{option.Name}: {option.Value}"));

    private static string Why(ModelRule rule, int raters, int mostRaters, int unknown)
    {
        var model = rule.ModelName;
        return (raters, mostRaters) switch
        {
            (1, _) => $"With one rater the {model} model is not identifiable: nothing shows when the rater is wrong.",
            (2, _) => $"With two raters the {model} model is not identifiable: {rule.WhyTwoAreTooFew}.",
            (_, 1) => $"No item was rated by more than one of the {Text(raters)} raters, and the {model} model is then not identifiable: "
                + "nothing shows when a rater is wrong.",
            (_, 2) => $"No item was rated by more than two of the {Text(raters)} raters, and the {model} model is then not identifiable: "
                + $"{rule.WhyTwoAreTooFew}.",
            _ => $"The {model} model is not identifiable for {Text(unknown)} of {Text(raters)} raters: they share no item, directly or "
                + "through others, with raters of whom three rated the same item.",
        };
    }

    private static string Names(IReadOnlyList<int> raters, RatingTable ratings)
    {
        var names = string.Join(", ", raters.Take(NamesShown).Select(rater => $"'{ratings.Raters[rater]}'"));
        return raters.Count <= NamesShown ? names : $"{names} and {Text(raters.Count - NamesShown)} more";
    }

    private static string WhyNotAnchored(ModelRule rule, ObservedRatings data)
    {
        var anchored = Enumerable.Range(0, data.Items)
            .Where(item => data.Anchor[item] != ObservedRatings.None && data.Start[item + 1] > data.Start[item])
            .Select(item => data.Anchor[item])
            .ToHashSet();
        if (anchored.Count == 0) return " The reference labels touch no item with a counted rating.";
        var absent = data.Classes.Where((_, @class) => !anchored.Contains(@class)).Select(name => $"'{name}'").ToList();
        return rule.PairsCanIdentify || absent.Count == 0
            ? " The reference labels do not anchor it, for they miss items of these raters."
            : $" The reference labels do not anchor it, for no rated item has a reference of class {string.Join(" or ", absent)}.";
    }

    private static string WayOut(ModelRule rule, RatingScale scale, int raters, bool apart)
    {
        var leave = apart && raters > 2 ? "leave these raters out, " : "";
        var more = raters < 3 ? "add a third rater on the same items" : "have the same items rated by three raters";
        var anchors = rule.PairsCanIdentify ? "items" : "items of every class";
        var counting = scale.IsCertainty ? "same-side" : "unanimous or majority";
        return $" Either {leave}{more}, give reference labels for {anchors} that each rater rated, "
            + $"or use {counting}, which assumes nothing about the raters.";
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
