using Neatx.Core.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Counts the states of a label set's findings.</summary>
public static class StateCounting
{
    /// <summary>The counts of each finding of a label set's Parquet file, relative to the run folder, in the order given.</summary>
    public static IReadOnlyList<StateCounts> Count(TableSession session, string data, IReadOnlyList<string> findings)
    {
        if (findings.Count == 0) return [];
        var states = Enum.GetValues<LabelState>();
        var counts = findings.SelectMany(finding =>
            states.Select(state => $"count(*) FILTER ({Sql.Name(finding)} = {DerivedSql.Code(state)})"));
        var result = new List<StateCounts>();
        session.Query($"SELECT {string.Join(", ", counts)} FROM {session.Parquet(data)}", row =>
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
