using Neatx.Core.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Counts the states of a label set's findings.</summary>
public static class StateCounting
{
    /// <summary>The counts of each finding, in the order given.</summary>
    /// <param name="session">Counts.</param>
    /// <param name="table">What to count in, as SQL: a table, or a query in parentheses, with a column of state codes a finding.</param>
    /// <param name="findings">The findings.</param>
    public static IReadOnlyList<StateCounts> Count(TableSession session, string table, IReadOnlyList<string> findings)
    {
        if (findings.Count == 0) return [];
        var counts = new long[findings.Count, Enum.GetValues<LabelState>().Length];
        // A group by column and state reads each column once.
        session.Query(
            string.Join(" UNION ALL ", findings.Select((finding, i) => $"SELECT {i}, {Sql.Name(finding)}, count(*) FROM {table} GROUP BY 2")),
            row => counts[row.GetInt32(0), row.GetByte(1)] = row.GetInt64(2));
        return [.. findings.Select((finding, i) =>
        {
            long Of(LabelState state) => counts[i, (int)state];
            return new StateCounts(finding, Of(LabelState.Positive), Of(LabelState.Negative), Of(LabelState.Uncertain), Of(LabelState.Invalid), Of(LabelState.Missing));
        })];
    }
}
