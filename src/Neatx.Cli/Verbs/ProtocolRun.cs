using System.Globalization;
using Neatx.Cli.Output;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;

namespace Neatx.Cli.Verbs;

/// <summary>Runs a protocol and says on the screen what came of it.</summary>
internal static class ProtocolRun
{
    private const int MostOfAKind = 5;

    /// <summary>Runs, then shows problems, claims that differ, and where the report is; with <paramref name="json"/> results.json goes to standard output.</summary>
    public static void Show(ProtocolDocument protocol, RunOptions options, bool json, Screen screen, TerminalObserver observer, CancellationToken cancellation)
    {
        var results = RunPipeline.Run(protocol, options, observer, cancellation);
        observer.Complete();
        ShowProblems(results, screen);
        ShowClaims(results, screen);
        var report = Path.Combine(options.Out, "report.html");
        if (options.Only is null) screen.Error.WriteLine($"report: {report}");
        if (json && options.Only is null) screen.Output.Write(File.ReadAllText(Path.Combine(options.Out, "results.json")));
    }

    private static void ShowProblems(RunResults results, Screen screen)
    {
        foreach (var table in results.Tables.Where(table => table.ProblemRows > 0))
        {
            screen.Error.WriteLine(Text($"{table.Title}: {table.ProblemRows:N0} rows set aside, all in {table.ProblemFile}"));
            foreach (var problem in table.Problems.Take(MostOfAKind)) screen.Error.WriteLine($"  {problem}");
        }
    }

    private static void ShowClaims(RunResults results, Screen screen)
    {
        var differing = results.Claims.Where(claim => claim.Status == ClaimStatus.Differs).ToList();
        foreach (var claim in differing.Take(MostOfAKind))
            screen.Error.WriteLine(Text($"differs: {claim.Id}: published {ClaimWording.Number(claim.Published, claim.Decimals)}, here {ClaimWording.Number(claim.Computed!.Value, claim.Decimals)}. {claim.Hint}"));
        if (differing.Count > MostOfAKind) screen.Error.WriteLine($"differs: and {differing.Count - MostOfAKind} more, all in the report");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
