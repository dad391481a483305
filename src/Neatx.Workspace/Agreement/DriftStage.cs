using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Agreement;

/// <summary>Watches the raters of a ratings table over the order of rating.</summary>
internal static class DriftStage
{
    /// <summary>The charts of every finding.</summary>
    public static DriftResult Compute(RatingsSource source, string title, DriftOptions options, TableSession session) => new()
    {
        Ratings = source.Name,
        Title = title,
        Policy = options.Policy.Name,
        Window = options.Window,
        Findings = [.. source.Findings.Select(finding => FindingDrift.Of(finding, DriftReport.Of(source.Raters, Read(source, finding, session), options)))],
    };

    /// <summary>For each rater the states of all images in the order of rating; missing where the rater has no row.</summary>
    private static List<IReadOnlyList<LabelState>> Read(RatingsSource source, string finding, TableSession session)
    {
        var sides = source.Raters.Select((rater, index) => $"LEFT JOIN ({source.RaterStates(rater).Query(session)}) r{index} USING (image)");
        var states = source.Raters.Select((_, index) => $"coalesce(r{index}.{Sql.Name(finding)}, {(int)LabelState.Missing})");
        var labels = source.Raters.Select(_ => new List<LabelState>()).ToList();
        session.Query(
            $"""
            SELECT {string.Join(", ", states)}
            FROM (SELECT image, min(row) AS first FROM {session.Parquet(source.File)} GROUP BY image) images {string.Join(" ", sides)}
            ORDER BY first
            """,
            row =>
            {
                for (var rater = 0; rater < labels.Count; rater++) labels[rater].Add((LabelState)row.GetByte(rater));
            });
        return [.. labels];
    }
}
