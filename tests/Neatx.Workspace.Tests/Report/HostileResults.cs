using Neatx.Workspace.Agreement;
using Neatx.Workspace.Report;

namespace Neatx.Workspace.Tests.Report;

/// <summary>The sample with one text in every place where data can bring its own.</summary>
internal static class HostileResults
{
    public static RunResults With(string text)
    {
        var paper = SampleResults.Paper;
        return paper with
        {
            Title = text,
            Protocol = text,
            Provenance = paper.Provenance with { ProtocolFile = text, Options = [new(text, text)] },
            Tables = [.. paper.Tables.Select(table => table with
            {
                Title = text,
                Unavailable = table.Unavailable is null ? null : text,
                Files = [.. table.Files.Select(file => file with { File = text })],
                Defects = [.. table.Defects.Select(defect => defect with { Text = text })],
                Problems = [.. table.Problems.Select(problem => problem with { File = text, Column = text, Found = text, Expected = text, NextStep = text })],
                ProblemFile = table.ProblemFile is null ? null : text,
            })],
            Cohorts = [.. paper.Cohorts.Select(flow => flow with
            {
                Title = text,
                Steps = [.. flow.Steps.Select(step => step with { Title = text, Undefined = step.Images is null ? text : null })],
            })],
            LabelSets = [.. paper.LabelSets.Select(set => set with
            {
                Title = text,
                Kind = text,
                Provenance = text,
                Findings = [.. set.Findings.Select((counts, index) => counts with { Finding = Numbered(text, index) })],
            })],
            Comparisons = [.. paper.Comparisons.Select(comparison => Comparison(comparison, text))],
            Drift = [.. paper.Drift.Select(drift => drift with
            {
                Title = text,
                Policy = text,
                Findings = [.. drift.Findings.Select(finding => finding with
                {
                    Finding = text,
                    Raters = [.. finding.Raters.Select(rater => rater with { Rater = text })],
                })],
            })],
            Claims = [.. paper.Claims.Select(claim => claim with
            {
                Subject = text,
                Source = text,
                Hint = text,
                Note = text,
                Policy = text,
                From = claim.From is null ? null : text,
            })],
        };
    }

    private static ComparisonResult Comparison(ComparisonResult comparison, string text)
    {
        var names = comparison.Findings.Index().ToDictionary(entry => entry.Item, entry => Numbered(text, entry.Index), StringComparer.Ordinal);
        return comparison with
        {
            Title = text,
            Findings = [.. names.Values],
            Pairs = [.. comparison.Pairs.Select(pair => pair with { TitleA = text, TitleB = text, Unavailable = pair.Unavailable is null ? null : text })],
            Figures = [.. comparison.Figures.Select(figure => figure with { Finding = names[figure.Finding], Policy = text, Categories = [text, text + "."] })],
            OtherPolicies = [.. comparison.OtherPolicies.Select(figure => figure with { Finding = names[figure.Finding] })],
        };
    }

    private static string Numbered(string text, int index) => FormattableString.Invariant($"{text} {index}");
}
