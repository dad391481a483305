using Neatx.Core.Agreement;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Labels;

namespace Neatx.Cli.Output;

/// <summary>Agreement for people: the figure asked for, the crosstab, all statistics, and what made the intervals.</summary>
internal static class AgreementText
{
    private const int MostPairs = 45;

    public static void Write(Screen screen, RatingsFile file, AnswerScale scale, RatingsAgreement agreement, IReadOnlyList<RatingsAgreement> policies)
    {
        screen.Say($"{agreement.Headline} {Words.Prose(agreement.Statistics[agreement.Headline])}{(agreement.Band is { } band ? $", {band.Name}" : "")}");
        screen.Say($"n {Words.Count(agreement.N)} of {Words.Count(agreement.Items)} items{(agreement.Clusters is { } clusters ? $", {Words.Count(clusters)} clusters" : "")}; policy {agreement.Policy}");
        if (scale.Order == CategoryOrder.ByText && agreement.Categories.Count > 2)
            screen.Say("the categories are in the order of their texts; if they are a scale, state it with --categories");
        screen.Output.WriteLine();
        if (agreement.Crosstab is { } crosstab) WriteCrosstab(screen, file, crosstab);
        else WriteRaters(screen, agreement);
        WriteStatistics(screen, agreement.Statistics);
        if (agreement.Crosstab is null) WritePairs(screen, agreement.Pairs);
        if (policies.Count > 0) WritePolicies(screen, policies);
    }

    private static void WriteCrosstab(Screen screen, RatingsFile file, Crosstab crosstab)
    {
        var longest = crosstab.Categories.Max(category => category.Length);
        var width = Math.Max(longest, 3) + crosstab.Categories.Append("all").Sum(category => 2 + Math.Max(category.Length, Words.Count(crosstab.Total).Length));
        if (width > Screen.Width)
        {
            screen.Say($"The crosstab of {crosstab.Size} categories is wider than this screen; it is in --json.");
            screen.Output.WriteLine();
            return;
        }

        screen.Say($"rows {file.Raters[0]}, columns {file.Raters[1]}");
        var table = Tables.Of(["", .. crosstab.Categories.Select(category => $">{category}"), ">all"]);
        for (var row = 0; row < crosstab.Size; row++)
        {
            var counts = Enumerable.Range(0, crosstab.Size).Select(column => crosstab[row, column]).ToList();
            Tables.Add(table, [crosstab.Categories[row], .. counts.Append(counts.Sum()).Select(Words.Count)]);
        }

        var all = Enumerable.Range(0, crosstab.Size).Select(column => Enumerable.Range(0, crosstab.Size).Sum(row => crosstab[row, column]));
        Tables.Add(table, ["all", .. all.Append(crosstab.Total).Select(Words.Count)]);
        screen.Show(table);
        screen.Output.WriteLine();
    }

    private static void WriteRaters(Screen screen, RatingsAgreement agreement)
    {
        screen.Say($"{agreement.Raters.Count} raters, {Words.Count(agreement.Raters.Sum(rater => rater.Value))} ratings; categories {string.Join(", ", agreement.Categories)}");
        screen.Output.WriteLine();
    }

    private static void WriteStatistics(Screen screen, StatisticTable statistics)
    {
        var defined = statistics.All.Where(pair => pair.Value.Value is not null).ToList();
        var level = defined.Select(pair => pair.Value.Ci ?? pair.Value.BootstrapCi).FirstOrDefault(interval => interval is not null)?.Level;
        var percent = level is { } known ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{known * 100:0.##}% ") : "";
        var table = Tables.Of("statistic", ">value", ">SE", $">{percent}CI", ">bootstrap CI");
        foreach (var (name, statistic) in defined)
        {
            var test = statistic.PValue is { } p ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p {p:0.0000}") : "";
            Tables.Add(table, name, Words.Figure(statistic.Value!.Value), statistic.StandardError is { } error ? Words.Figure(error) : "", test.Length > 0 ? test : Words.Bounds(statistic.Ci), Words.Bounds(statistic.BootstrapCi));
        }

        screen.Show(table);
        WriteReasons(screen, "undefined", statistics.All.Where(pair => pair.Value.Undefined is not null).Select(pair => (pair.Key, pair.Value.Undefined!)));
        WriteReasons(screen, "no bootstrap CI", defined.Where(pair => pair.Value.BootstrapUndefined is not null).Select(pair => (pair.Key, pair.Value.BootstrapUndefined!)));
        if (defined.Select(pair => pair.Value.BootstrapCi).FirstOrDefault(interval => interval is not null) is { } bootstrap)
            screen.Output.WriteLine(bootstrap.Method);
        screen.Output.WriteLine();
    }

    private static void WriteReasons(Screen screen, string what, IEnumerable<(string Name, string Reason)> undefined)
    {
        foreach (var group in undefined.GroupBy(pair => pair.Reason, pair => pair.Name, StringComparer.Ordinal))
            screen.Say($"{what}, {group.Key}: {string.Join(", ", group)}");
    }

    private static void WritePairs(Screen screen, IReadOnlyList<RaterPair> pairs)
    {
        var table = Tables.Of("rater", "rater", ">n", ">cohen_kappa", ">CI", "");
        foreach (var pair in pairs.Take(MostPairs))
        {
            var kappa = pair.Kappa.Value;
            Tables.Add(table, Words.Fit(pair.A, 18), Words.Fit(pair.B, 18), Words.Count(pair.N), kappa is { } value ? Words.Figure(value) : "undefined", Words.Bounds(pair.Kappa.Ci), kappa is { } k ? AgreementBand.Of(Math.Clamp(k, -1, 1)).Name : "");
        }

        screen.Show(table);
        if (pairs.Count > MostPairs) screen.Output.WriteLine($"and {Words.Count(pairs.Count - MostPairs)} more pairs, all with --json");
        screen.Output.WriteLine();
    }

    private static void WritePolicies(Screen screen, IReadOnlyList<RatingsAgreement> policies)
    {
        // A policy reads "uncertain=drop invalid=drop missing=drop": its words make columns here.
        var words = policies.Select(agreement => agreement.Policy.Split(' ').Select(word => word.Split('=')).ToList()).ToList();
        screen.Output.WriteLine($"{policies[0].Headline} under every policy that makes a difference");
        var table = Tables.Of([.. words[0].Select(word => word[0]), ">n", ">value", ">CI", ""]);
        foreach (var (agreement, policy) in policies.Zip(words))
        {
            var statistic = agreement.Statistics[agreement.Headline];
            var figure = statistic.Value is { } value ? Words.Figure(value) : "undefined";
            Tables.Add(table, [.. policy.Select(word => word[1]), Words.Count(agreement.N), figure, Words.Bounds(statistic.BootstrapCi ?? statistic.Ci), agreement.Band?.Name ?? ""]);
        }

        screen.Show(table);
        screen.Output.WriteLine();
    }
}
