using System.Globalization;
using Neatx.Web.Exchange;

namespace Neatx.Cli.Output;

/// <summary>What neatx campaign status prints.</summary>
internal static class CampaignText
{
    public static void Write(Screen screen, CampaignStatus status)
    {
        screen.Say($"{status.Title}: {status.Phase}, {Words.Count(status.Complete)} of {Words.Count(status.Images)} images rated by {status.Overlap}, {Words.Count(status.Events)} events.");
        if (status.FrozenHash is { } hash) screen.Output.WriteLine($"frozen as {hash}");
        screen.Output.WriteLine();
        var raters = Tables.Of("rater", "phase", ">rated", ">repeated", ">hidden", "last seen");
        foreach (var rater in status.Raters)
        {
            var seen = rater.LastSeen?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "never";
            Tables.Add(raters, rater.Rater, rater.Phase, Words.Count(rater.Done), Words.Count(rater.Repeats), Words.Count(rater.Hidden), seen);
        }

        screen.Show(raters);
        screen.Output.WriteLine();
        var findings = Tables.Of("finding", ">n", ">kappa", "95% interval");
        foreach (var finding in status.Agreement)
        {
            var interval = finding is { Low: { } low, High: { } high } ? $"[{Number(low)}, {Number(high)}]" : "";
            Tables.Add(findings, finding.Finding, Words.Count(finding.N), finding.Kappa is { } kappa ? Number(kappa) : "undefined", finding.Undefined ?? interval);
        }

        screen.Show(findings);
        screen.Output.WriteLine();
        screen.Say(status.Stop);
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
