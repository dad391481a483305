using Neatx.Core.Labels;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Counts the states of one side of a comparison, finding by finding.</summary>
internal static class StateCountReader
{
    public static IReadOnlyList<StateCounts> Read(TableSession session, ComparedSide side)
    {
        var states = Enum.GetValues<LabelState>();
        var counts = side.Findings.SelectMany(finding => states.Select(state => $"count(*) FILTER ({Sql.Name(finding)} = {(int)state})"));
        var found = new List<StateCounts>();
        session.Query($"SELECT {string.Join(", ", counts)} FROM ({side.Query(session)})", row =>
        {
            foreach (var finding in side.Findings)
            {
                var first = found.Count * states.Length;
                long Count(LabelState state) => row.GetInt64(first + (int)state);
                found.Add(new StateCounts(
                    finding, Count(LabelState.Positive), Count(LabelState.Negative), Count(LabelState.Uncertain), Count(LabelState.Invalid), Count(LabelState.Missing)));
            }
        });
        return found;
    }
}
