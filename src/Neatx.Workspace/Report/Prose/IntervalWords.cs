using Neatx.Core.Statistics;

namespace Neatx.Workspace.Report.Prose;

/// <summary>How the intervals of a figure were made, in a sentence; a confidence interval over patients is named for what it is.</summary>
public static class IntervalWords
{
    public static string Say(IEnumerable<Statistic> statistics)
    {
        var all = statistics.ToList();
        var sentences = new[] { Describe(all.Select(statistic => statistic.BootstrapCi)), Describe(all.Select(statistic => statistic.Ci)) };
        return string.Join(" ", sentences.Where(sentence => sentence is not null));
    }

    private static string? Describe(IEnumerable<Interval?> intervals)
    {
        var made = intervals.OfType<Interval>().Select(interval => (interval.Level, interval.Method)).Distinct().ToList();
        if (made.Count == 0) return null;
        var phrases = made.Select(entry => $"{Numbers.Percent(entry.Level, entry.Level * 100 % 1 == 0 ? 0 : 1)} CI: {entry.Method}");
        return English.Sentence(string.Join("; ", phrases));
    }
}
