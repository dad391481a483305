using Neatx.Workspace.Agreement;
using Neatx.Workspace.Evaluation;
using Neatx.Workspace.Images;
using Neatx.Workspace.Report;
using Neatx.Workspace.Splits;
using Neatx.Workspace.Training;

namespace Neatx.Workspace.Tests.Report;

/// <summary>The sample with one text in every place where data can bring its own.</summary>
internal static class HostileResults
{
    public static RunResults With(string text)
    {
        var paper = SampleTraining.Results;
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
            Films = [.. paper.Films.Select(films => films with
            {
                Title = text,
                Preparation = text,
                Refused = new Dictionary<string, int>(StringComparer.Ordinal) { [text] = films.NotReady },
                Problems = [.. films.Problems.Select(_ => new FilmProblem(text, text, text, text, text))],
                Duplicates = [.. films.Duplicates.Select(pair => pair with { ImageA = text, PatientA = text, ImageB = text, PatientB = text })],
                ProblemFile = text,
                DuplicateFile = text,
            })],
            Splits = [.. paper.Splits.Select(split => Split(split, text))],
            Sweeps = [.. paper.Sweeps.Select(sweep => Sweep(sweep, text))],
            Evaluations = [.. paper.Evaluations.Select(evaluation => Evaluation(evaluation, text))],
        };
    }

    private static SplitResult Split(SplitResult split, string text) => split with
    {
        Title = text,
        Stratified = [text],
        Omitted = [.. split.Omitted.Select(omission => omission with { Reason = text })],
        Parts = [.. split.Parts.Select((part, index) => part with { Part = Numbered(text, index) })],
        Rules = [.. split.Rules.Select(rule => rule with { Parts = [text], Unavailable = rule.Unavailable is null ? null : text })],
        Shared = [.. split.Shared.Select(shared => shared with { First = text, Second = text })],
        Balance = [.. split.Balance.Select(row => row with { Characteristic = text, Level = text, Part = text })],
    };

    /// <summary>Names of models and statuses are words of the program; everything else comes from files.</summary>
    private static SweepResult Sweep(SweepResult sweep, string text) => sweep with
    {
        Title = text,
        Findings = [text],
        Recipe = text,
        Preparation = text,
        Images = sweep.Images.ToDictionary(part => $"{text} {part.Key}", part => part.Value, StringComparer.Ordinal),
        Runs = [.. sweep.Runs.Select(run => run with
        {
            Name = text,
            Start = text,
            Reason = run.Reason is null ? null : text,
            Engine = run.Engine.ToDictionary(_ => text, _ => text, StringComparer.Ordinal),
        })],
    };

    private static EvaluationResult Evaluation(EvaluationResult result, string text)
    {
        var names = result.Findings.Index().ToDictionary(entry => entry.Item, entry => Numbered(text, entry.Index), StringComparer.Ordinal);
        return result with
        {
            Title = text,
            Models = [.. result.Models.Select((model, index) => model with { Title = Numbered(text, index), Start = model.Start is null ? null : text, Unavailable = model.Unavailable is null ? null : text })],
            LabelSets = [.. result.LabelSets.Select((set, index) => set with { Title = Numbered(text, index), Unavailable = set.Unavailable is null ? null : text })],
            Findings = [.. names.Values],
            Cells = [.. result.Cells.Select(cell => cell with { Finding = names[cell.Finding], Warning = cell.Warning is null ? null : text })],
            Untried = [.. result.Untried.Select(cell => cell with { Finding = names[cell.Finding], Undefined = text })],
            Paired = [.. result.Paired.Select(pair => pair with { Finding = names[pair.Finding] })],
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
