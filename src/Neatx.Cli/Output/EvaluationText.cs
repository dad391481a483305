using System.Globalization;
using Neatx.Core.Evaluation;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Workspace.Evaluation;

namespace Neatx.Cli.Output;

/// <summary>An evaluation for people: what was compared, the figures of all scores, their operating points, and the differences of AUCs.</summary>
internal static class EvaluationText
{
    private const int NameWidth = 14;
    private const int MostPairs = 45;
    private const int MostTexts = 5;

    public static void Write(Screen screen, ScoresFile file, LabelReading reading, ScoreComparison comparison)
    {
        var reference = comparison.Reference;
        var clusters = reference.Patients is { } patients ? $", {Words.Count(patients)} clusters" : "";
        screen.Say($"n {Words.Count(reference.Count)} of {Words.Count(file.Rows)} rows{clusters}; policy {reference.Policy}");
        var positive = $"{Words.Count(reference.Positives)} positive{Texts(reading, LabelState.Positive)}";
        var negative = $"{Words.Count(reference.Negatives)} negative{Texts(reading, LabelState.Negative)}";
        screen.Say($"{file.Columns.Label}: {positive}, {negative}");
        screen.Output.WriteLine();
        WriteScores(screen, comparison.Scores);
        if (comparison.Scores.Any(score => score.OperatingPoints.Count > 0)) WritePoints(screen, comparison.Scores);
        if (comparison.Paired.Any(pair => pair.Difference.Value is not null)) WritePairs(screen, comparison.Paired);
    }

    private static string Texts(LabelReading reading, LabelState state)
    {
        var texts = reading.TextsOf(state);
        if (texts.Count == 0) return "";
        return $" ({string.Join(", ", texts.Take(MostTexts))}{(texts.Count > MostTexts ? $" and {texts.Count - MostTexts} more texts" : "")})";
    }

    private static void WriteScores(Screen screen, IReadOnlyList<ScoreEvaluation> scores)
    {
        var aucs = scores.Select(score => score.Statistics[EvaluationNames.Auc]).ToList();
        var table = Tables.Of("score", ">AUC", ">SE", $">{Percent(aucs)}CI", ">bootstrap CI", ">AP", ">Brier", ">ECE");
        foreach (var (score, auc) in scores.Zip(aucs))
        {
            Tables.Add(
                table,
                Words.Fit(score.Name, NameWidth),
                Figure(auc),
                auc.StandardError is { } error ? Words.Figure(error) : "",
                Words.Bounds(auc.Ci),
                Words.Bounds(auc.BootstrapCi),
                Figure(score.Statistics[EvaluationNames.AveragePrecision]),
                Figure(score.Statistics[EvaluationNames.Brier]),
                Figure(score.Statistics[EvaluationNames.CalibrationError]));
        }

        screen.Show(table);
        var figures = scores.SelectMany(score => score.Statistics.All.Select(pair => (Name: $"{score.Name} {pair.Key}", pair.Value))).ToList();
        WriteReasons(screen, "undefined", figures.Select(figure => (figure.Name, figure.Value.Undefined)));
        WriteReasons(screen, "no bootstrap CI", figures.Select(figure => (figure.Name, figure.Value.BootstrapUndefined)));
        if (aucs.Select(auc => auc.BootstrapCi).FirstOrDefault(interval => interval is not null) is { } bootstrap) screen.Say(bootstrap.Method);
        screen.Output.WriteLine();
    }

    private static void WritePoints(Screen screen, IReadOnlyList<ScoreEvaluation> scores)
    {
        var table = Tables.Of("score", "operating point", ">threshold", ">sens", ">spec", ">PPV", ">NPV");
        foreach (var score in scores)
        {
            foreach (var point in score.OperatingPoints)
            {
                Tables.Add(
                    table,
                    Words.Fit(score.Name, NameWidth),
                    point.Rule,
                    double.IsFinite(point.Threshold) ? point.Threshold.ToString("G4", CultureInfo.InvariantCulture) : "above all",
                    Figure(point.Sensitivity),
                    Figure(point.Specificity),
                    Figure(point.PositivePredictiveValue),
                    Figure(point.NegativePredictiveValue));
            }
        }

        screen.Show(table);
        screen.Say("Chosen on these images, so optimistic for others; choose on a validation part.");
        screen.Output.WriteLine();
    }

    private static void WritePairs(Screen screen, IReadOnlyList<AucDifference> pairs)
    {
        var isResampled = pairs.Any(pair => pair.Difference.BootstrapCi is not null);
        var interval = isResampled ? "bootstrap CI" : $"{Percent([.. pairs.Select(pair => pair.Difference)])}CI";
        var table = Tables.Of("score", "score", ">AUC diff", $">{interval}", ">Z", ">p");
        foreach (var pair in pairs.Take(MostPairs))
        {
            Tables.Add(
                table,
                Words.Fit(pair.First, NameWidth),
                Words.Fit(pair.Second, NameWidth),
                Figure(pair.Difference),
                Words.Bounds(isResampled ? pair.Difference.BootstrapCi : pair.Difference.Ci),
                Figure(pair.Z),
                pair.Z.PValue is { } p ? p.ToString("F4", CultureInfo.InvariantCulture) : "");
        }

        screen.Show(table);
        WriteReasons(screen, "no test", pairs.Select(pair => ($"{pair.First} - {pair.Second}", pair.Z.Undefined)));
        if (pairs.Count > MostPairs) screen.Say($"and {Words.Count(pairs.Count - MostPairs)} more pairs, all with --json");
        screen.Output.WriteLine();
    }

    /// <summary>One line for each reason, with the names it holds for; a name without a reason is left out.</summary>
    private static void WriteReasons(Screen screen, string what, IEnumerable<(string Name, string? Reason)> reasons)
    {
        foreach (var group in reasons.Where(pair => pair.Reason is not null).GroupBy(pair => pair.Reason, pair => pair.Name, StringComparer.Ordinal))
            screen.Say($"{what}, {group.Key}: {string.Join(", ", group)}");
    }

    private static string Figure(Statistic statistic) => statistic.Value is { } value ? Words.Figure(value) : "";

    private static string Percent(IReadOnlyList<Statistic> statistics) =>
        statistics.Select(statistic => statistic.Ci ?? statistic.BootstrapCi).FirstOrDefault(interval => interval is not null) is { } interval
            ? string.Create(CultureInfo.InvariantCulture, $"{interval.Level * 100:0.##}% ")
            : "";
}
