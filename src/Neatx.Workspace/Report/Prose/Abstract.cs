using Neatx.Workspace.Claims;

namespace Neatx.Workspace.Report.Prose;

/// <summary>The paragraph 'what was found': a sentence or two a stage, made from the numbers.</summary>
internal static class Abstract
{
    /// <summary>Longer lists are counted instead.</summary>
    private const int MostNames = 3;

    public static string Of(RunResults results)
    {
        var sentences = new[]
        {
            Catalog(results), Cohorts(results), AgreementAbstract.Sets(results), AgreementAbstract.Raters(results), SplitWords.Found(results.Splits),
            TrainingWords.Found(results.Sweeps), EvaluationWords.Found(results.Evaluations), Claims(results.Claims), Problems(results),
        };
        var text = string.Join(" ", sentences.OfType<string>());
        return text.Length > 0 ? text : "The protocol asked for nothing that could be computed here.";
    }

    private static string? Catalog(RunResults results)
    {
        var clauses = new List<string>();
        var datasets = results.Tables.Where(table => table is { Kind: "dataset", Unavailable: null }).OrderByDescending(table => table.Images).ToList();
        if (datasets.Count > 0) clauses.Add($"{datasets[0].Title} holds {English.Size(datasets[0].Images, datasets[0].Patients)}");
        if (datasets.Count == 2) clauses.Add($"{datasets[1].Title} {English.Size(datasets[1].Images, datasets[1].Patients)}");
        var sets = results.LabelSets.Count(set => set.Unavailable is null);
        if (sets > 0) clauses.Add($"{English.Were(sets, "label set")} made from what was read");
        var absent = results.Tables.Where(table => table.Unavailable is not null).Select(table => table.Title).ToList();
        if (absent.Count > MostNames) clauses.Add($"{English.Were(absent.Count, "table")} not available here");
        else if (absent.Count > 0) clauses.Add($"{English.List(absent)} {English.Verb(absent.Count, "was", "were")} not available here");
        return clauses.Count == 0 ? null : English.Sentence(string.Join("; ", clauses));
    }

    private static string? Cohorts(RunResults results)
    {
        var counted = results.Cohorts.Count(flow => flow.Steps is [.., { Images: not null }]);
        if (results.Cohorts is [{ Steps: [.., { Images: { } images, Patients: var patients }] } only])
            return $"The cohort \u2018{only.Title}\u2019 holds {English.Size(images, patients)}.";
        return counted == 0 ? null : English.Sentence($"{English.Number(counted)} of {English.Number(results.Cohorts.Count, "cohort")} could be counted to the end");
    }

    private static string? Claims(IReadOnlyList<ClaimResult> claims)
    {
        if (claims.Count == 0) return null;
        var widest = claims
            .Where(claim => claim is { Status: ClaimStatus.Differs, Decimals: > 0 })
            .MaxBy(claim => Math.Abs(claim.Difference!.Value));
        var summary = ClaimWords.Summary(claims);
        if (widest is null) return summary;
        var (published, here) = (Numbers.Fixed(widest.Published, widest.Decimals), Numbers.Fixed(widest.Computed!.Value, widest.Decimals));
        var cause = string.IsNullOrWhiteSpace(widest.Hint) ? "" : $" {English.Sentence($"likely cause: {widest.Hint}")}";
        return $"{summary} The largest difference is that of {widest.Subject} ({widest.Source}): published {published}, here {here}.{cause}";
    }

    private static string? Problems(RunResults results)
    {
        var (aside, tables) = (results.Tables.Sum(table => table.ProblemRows), results.Tables.Count(table => table.ProblemRows > 0));
        if (aside == 0) return null;
        var rows = $"{English.Number(aside, "row")} of {English.Number(tables, "table")}";
        return English.Sentence($"{rows} could not be read as {English.Verb(aside, "it stands and was", "they stand and were")} set aside");
    }
}
