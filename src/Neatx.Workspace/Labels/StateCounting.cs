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
        var states = Enum.GetValues<LabelState>();
        var counts = findings.SelectMany(finding =>
            states.Select(state => $"count(*) FILTER ({Sql.Name(finding)} = {DerivedSql.Code(state)})"));
        var result = new List<StateCounts>();
        session.Query($"SELECT {string.Join(", ", counts)} FROM {table}", row =>
        {
            for (var i = 0; i < findings.Count; i++)
            {
                var at = i * states.Length;
                long Of(LabelState state) => row.GetInt64(at + (int)state);
                result.Add(new StateCounts(findings[i], Of(LabelState.Positive), Of(LabelState.Negative), Of(LabelState.Uncertain),
                    Of(LabelState.Invalid), Of(LabelState.Missing)));
            }
        });
        return result;
    }
}
