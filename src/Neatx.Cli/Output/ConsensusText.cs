using System.Globalization;
using Neatx.Core.Labels.Consensus;

namespace Neatx.Cli.Output;

/// <summary>Consensus for people: the rule in force, how many items got which label, the raters, and the first items.</summary>
internal static class ConsensusText
{
    private const int MostRows = 20;

    public static void Write(Screen screen, ConsensusProvenance provenance, ConsensusLabels labels)
    {
        screen.Say(provenance.ToString());
        if (labels.Fit is { } fit)
        {
            screen.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"log-likelihood {fit.LogLikelihood[^1]:0.0000} after {fit.Iterations} iterations{(fit.Converged ? "" : ", not converged: raise --maximum-iterations")}"));
        }

        screen.Output.WriteLine();
        WriteCounts(screen, labels);
        WriteRaters(screen, labels);
        WriteItems(screen, labels);
    }

    private static void WriteCounts(Screen screen, ConsensusLabels labels)
    {
        var counts = Enumerable.Range(0, labels.Items.Count).CountBy(labels.LabelOf, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var table = Tables.Of("label", ">items", ">share");
        foreach (var label in labels.Classes.Concat(["uncertain", "invalid", "missing"]).Distinct(StringComparer.Ordinal))
            if (counts.TryGetValue(label, out var count)) Tables.Add(table, Words.Fit(label, 36), Words.Count(count), Words.Figure((double)count / labels.Items.Count));
        Tables.Add(table, "all", Words.Count(labels.Items.Count), "");
        screen.Show(table);
        screen.Output.WriteLine();
    }

    private static void WriteRaters(Screen screen, ConsensusLabels labels)
    {
        var isRight = labels.Raters.Any(rater => rater.Accuracy.Value is not null);
        var isAble = labels.Raters.Any(rater => rater.Ability.Value is not null);
        string[] right = isRight ? [">accuracy"] : [];
        string[] able = isAble ? [">ability"] : [];
        var table = Tables.Of(["rater", ">ratings", .. right, .. able]);
        foreach (var rater in labels.Raters.Take(MostRows))
        {
            string[] accuracy = isRight ? [Cell(rater.Accuracy.Value)] : [];
            string[] ability = isAble ? [Cell(rater.Ability.Value)] : [];
            Tables.Add(table, [Words.Fit(rater.Rater, 36), Words.Count(rater.Ratings), .. accuracy, .. ability]);
        }

        screen.Show(table);
        WriteRest(screen, labels.Raters.Count, "raters");
    }

    private static void WriteItems(Screen screen, ConsensusLabels labels)
    {
        var table = Tables.Of("item", "label", ">probability", ">support");
        for (var item = 0; item < Math.Min(MostRows, labels.Items.Count); item++)
        {
            var consensus = labels.Items[item];
            Tables.Add(table, Words.Fit(labels.Ratings.Items[item], 36), Words.Fit(labels.LabelOf(item), 18), Cell(consensus.Probability), Words.Count(consensus.Support));
        }

        screen.Show(table);
        WriteRest(screen, labels.Items.Count, "items");
    }

    private static string Cell(double? value) => value is { } number ? Words.Figure(number) : "undefined";

    private static void WriteRest(Screen screen, int count, string what)
    {
        if (count > MostRows) screen.Output.WriteLine($"and {Words.Count(count - MostRows)} more {what}; all with --json{(what == "items" ? " or --out" : "")}");
        screen.Output.WriteLine();
    }
}
