using System.Globalization;
using System.Text.RegularExpressions;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Report.Prose;

/// <summary>How the intervals of a figure were made, in a sentence; a confidence interval over patients is named for what it is.</summary>
public static partial class IntervalWords
{
    public static string Say(IEnumerable<Statistic> statistics)
    {
        var all = statistics.ToList();
        var sentences = new[] { Describe(all.Select(statistic => statistic.BootstrapCi)), Describe(all.Select(statistic => statistic.Ci)) };
        return string.Join(" ", sentences.Where(sentence => sentence is not null));
    }

    /// <summary>The same of intervals alone.</summary>
    public static string Say(IEnumerable<Interval?> intervals) => Describe(intervals) ?? "";

    private static string? Describe(IEnumerable<Interval?> intervals)
    {
        var all = intervals.OfType<Interval>().ToList();
        var made = all.Select(interval => (interval.Level, Method: LeftOut().Replace(interval.Method, ""))).Distinct().ToList();
        if (made.Count == 0) return null;
        var most = all.Max(interval => LeftOut().Match(interval.Method) is { Success: true } found ? int.Parse(found.Groups["n"].Value, CultureInfo.InvariantCulture) : 0);
        var phrases = made.Select(entry => $"{Numbers.Percent(entry.Level, entry.Level * 100 % 1 == 0 ? 0 : 1)} CI: {entry.Method}");
        var rest = most == 0 ? "" : $" ({English.Number(most, "resample")} at most left out, being undefined)";
        return English.Sentence(string.Join("; ", phrases) + rest);
    }

    /// <summary>What the bootstrap appends where some resamples had no value; it differs from cell to cell and is said once.</summary>
    [GeneratedRegex(", (?<n>[0-9]+) undefined left out", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeftOut();
}
