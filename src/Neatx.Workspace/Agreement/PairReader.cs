using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Agreement;

/// <summary>Joins two sides on the image and counts what both said.</summary>
internal static class PairReader
{
    /// <summary>The pseudo-finding that an image has no positive finding at all on a side.</summary>
    public const string Blank = "(blank)";

    /// <summary>One pass over the shared images for all findings that both judge and, for label states, <see cref="Blank"/>.</summary>
    public static PairTally Read(TableSession session, ComparedSide a, ComparedSide b, RatingCodes codes)
    {
        List<string> findings = [.. a.Findings.Intersect(b.Findings, StringComparer.Ordinal)];
        if (codes == RatingCodes.States) findings.Add(Blank);
        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE pairs AS
            SELECT a.row, coalesce(a.patient, b.patient, chr(10) || image) AS patient, coalesce(a.patient, b.patient) IS NULL AS unknown, {string.Join(", ", findings.SelectMany((finding, index) => new[] { Column(a, "a", finding, index), Column(b, "b", finding, index) }))}
            FROM ({a.Query(session)}) a JOIN ({b.Query(session)}) b USING (image)
            """);
        var images = session.Count("SELECT count(*) FROM pairs");
        var unknown = session.Count("SELECT count(*) FROM pairs WHERE unknown");
        var unit = images > 0 && unknown == images ? "image" : "patient";
        var tallies = findings.ConvertAll(_ => new ClusterTally(codes.Count * codes.Count, unit));
        session.Query(
            $"""SELECT number, pairs.* EXCLUDE (row, patient, unknown) FROM pairs JOIN {PatientNumbers.Of("pairs", "min(row)")} USING (patient) ORDER BY row""",
            row =>
            {
                var cluster = row.GetInt32(0);
                for (var index = 0; index < tallies.Count; index++)
                    tallies[index].Add(cluster, (row.GetByte((2 * index) + 1) * codes.Count) + row.GetByte((2 * index) + 2));
            });
        var patients = unknown > 0 ? (long?)null : session.Count("SELECT count(DISTINCT patient) FROM pairs");
        session.Execute("DROP TABLE pairs");
        return new PairTally(codes, images, patients, findings.Zip(tallies, (finding, tally) => KeyValuePair.Create(finding, tally.ToClasses())));
    }

    private static string Column(ComparedSide side, string alias, string finding, int index)
    {
        if (finding != Blank) return $"{alias}.{Sql.Name(finding)} AS {alias}{index}";
        var positive = $"{(int)LabelState.Positive} IN ({string.Join(", ", side.Findings.Select(each => $"{alias}.{Sql.Name(each)}"))})";
        return $"CAST(CASE WHEN {positive} THEN {(int)LabelState.Negative} ELSE {(int)LabelState.Positive} END AS UTINYINT) AS {alias}{index}";
    }
}
