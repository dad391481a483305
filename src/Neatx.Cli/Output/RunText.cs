using Neatx.Core.Training;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Report;

namespace Neatx.Cli.Output;

/// <summary>What a run came to, in a few lines: what was not as it should be, the claims, and where to read on.</summary>
internal static class RunText
{
    private const int MostOfAKind = 5;

    public static void Write(Screen screen, RunResults results, string folder, bool isReported)
    {
        WriteSome(screen, "absent", [.. results.Tables.Where(table => table.Unavailable is not null).Select(table => $"{table.Title}: {table.Unavailable}")]);
        WriteSome(screen, "handled", [.. results.Tables.SelectMany(table => table.Defects, (table, defect) => $"{table.Title}: {defect.Text} ({Words.Count(defect.Count)})")]);
        foreach (var table in results.Tables.Where(table => table.ProblemRows > 0)) WriteProblems(screen, table, folder);
        WriteSome(screen, "differs", [.. results.Claims.Where(claim => claim.Status == ClaimStatus.Differs).Select(Difference)]);
        var counts = results.Claims.CountBy(claim => claim.Status).ToDictionary();
        if (counts.Count > 0)
        {
            screen.Say(
                $"claims    {counts.GetValueOrDefault(ClaimStatus.Reproduced)} reproduced, {counts.GetValueOrDefault(ClaimStatus.Differs)} differ, "
                + $"{counts.GetValueOrDefault(ClaimStatus.NotComputable)} not computable here");
        }

        if (!isReported) return;
        screen.Output.WriteLine($"report    {Path.Combine(folder, "report.html")}");
        screen.Output.WriteLine($"numbers   {Path.Combine(folder, "results.json")}");
    }

    /// <summary>Names on standard error the training runs that failed, with reason and folder, and says how to go on.</summary>
    /// <returns>True when there are any.</returns>
    public static bool WriteFailures(Screen screen, RunResults results, string folder)
    {
        var runs = results.Sweeps.SelectMany(sweep => sweep.Runs).ToList();
        var failed = runs.Where(run => run.Status == RunStatus.Failed).ToList();
        if (failed.Count == 0) return false;
        screen.Output.Flush();
        screen.Error.WriteLine($"neatx: {Words.Count(failed.Count)} of {Words.Count(runs.Count)} training runs failed; a model with such a run has no figures.");
        foreach (var run in failed) screen.Error.WriteLine($"{Path.Combine(folder, run.Folder)}: {run.Reason}");
        screen.Error.WriteLine("Mend what is named and give the same command again: it tries these again and goes on from their checkpoints. What was made stands.");
        return true;
    }

    private static void WriteProblems(Screen screen, TableSummary table, string folder)
    {
        screen.Say($"problems  {table.Title}: {Words.Count(table.ProblemRows)} rows set aside, all in {Path.Combine(folder, table.ProblemFile ?? "")}");
        foreach (var problem in table.Problems.Take(MostOfAKind)) screen.Output.WriteLine($"          {problem}");
    }

    private static string Difference(ClaimResult claim) =>
        $"{claim.Id}: published {ClaimWording.Number(claim.Published, claim.Decimals)}, here {ClaimWording.Number(claim.Computed!.Value, claim.Decimals)}. {claim.Hint}";

    private static void WriteSome(Screen screen, string kind, IReadOnlyList<string> lines)
    {
        foreach (var line in lines.Take(MostOfAKind)) screen.Say($"{kind,-9} {line}");
        if (lines.Count > MostOfAKind) screen.Say($"{kind,-9} and {lines.Count - MostOfAKind} more, in the report");
    }
}
