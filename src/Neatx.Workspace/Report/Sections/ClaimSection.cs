using Neatx.Workspace.Claims;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>Published numbers beside those computed here: first what differs, then what cannot be computed, then what was reproduced.</summary>
internal sealed class ClaimSection : IReportSection
{
    public string Id => "claims";

    public string Title => "Claims";

    public bool IsIn(RunResults results) => results.Claims.Count > 0;

    public void Write(Page page)
    {
        var claims = page.Results.Claims;
        page.Paragraph(ClaimWords.Summary(claims));
        var differs = claims.Where(claim => claim.Status == ClaimStatus.Differs).ToList();
        var drawn = differs
            .Where(claim => claim is { Computed: >= -1 and <= 1, Published: >= -1 and <= 1, Decimals: > 0 })
            .OrderByDescending(claim => Math.Abs(claim.Difference!.Value))
            .ToList();
        if (drawn.Count > 0)
        {
            page.Figure(
                [new ClaimGaps(drawn)],
                "Published numbers that differ from those computed here.",
                "Largest difference first. Counts that differ are in the table alone.",
                DataFiles.Claims);
        }

        var sources = claims.GroupBy(claim => claim.Source, StringComparer.Ordinal);
        page.Table("Claims by source.", "", DataFiles.Claims, new ReportTable<IGrouping<string, ClaimResult>>(Sources, sources));
        if (differs.Count > 0) page.Table("Claims that differ.", Rounding, DataFiles.Claims, BySource(Computed("Likely cause"), differs));
        Fold(page, "Claims that are not computable here", "", Absent, ClaimStatus.NotComputable);
        Fold(page, "Claims that were reproduced", Rounding, Computed("Remark"), ClaimStatus.Reproduced);
    }

    private const string Rounding = "A claim is reproduced when the number computed here rounds to the published digits.";

    private static IReadOnlyList<Column<IGrouping<string, ClaimResult>>> Sources { get; } =
    [
        new("Source", group => group.Key),
        new("Claims", group => Numbers.Count(group.Count()), Numeric: true),
        new("\u2713 reproduced", group => Tally(group, ClaimStatus.Reproduced), Numeric: true),
        new("\u2260 differs", group => Tally(group, ClaimStatus.Differs), Numeric: true),
        new("\u25CB not computable here", group => Tally(group, ClaimStatus.NotComputable), Numeric: true),
    ];

    private static IReadOnlyList<Column<ClaimResult>> Absent { get; } =
    [
        Subject,
        new("Published", claim => Numbers.Fixed(claim.Published, claim.Decimals), Numeric: true),
        VerdictColumn,
        new("Why", ClaimWords.Remark) { Class = _ => "long" },
    ];

    private static Column<ClaimResult> Subject => new("Claim", claim => claim.Subject)
    {
        Note = claim => claim.Policy is { } policy ? PolicyWords.Say(policy) : null,
    };

    private static Column<ClaimResult> VerdictColumn => new("Verdict", claim => Verdict.Of(claim.Status).ToString())
    {
        Class = claim => $"verdict {Verdict.Of(claim.Status).Code.Replace('_', '-')}",
    };

    private static IReadOnlyList<Column<ClaimResult>> Computed(string remark) =>
    [
        Subject,
        new("Published", claim => Numbers.Fixed(claim.Published, claim.Decimals), Numeric: true),
        new("Here", claim => Numbers.Fixed(claim.Computed!.Value, ClaimWords.Digits(claim)), Numeric: true)
        {
            Note = claim => claim.From is null or "data" ? null : $"from the {claim.From}",
        },
        new("Difference", claim => Numbers.Difference(claim.Difference!.Value, ClaimWords.Digits(claim)), Numeric: true),
        new("n", claim => Numbers.Count(claim.N), Numeric: true),
        VerdictColumn,
        new(remark, ClaimWords.Remark) { Class = _ => "long" },
    ];

    private static ReportTable<ClaimResult> BySource(IReadOnlyList<Column<ClaimResult>> columns, IEnumerable<ClaimResult> claims) =>
        new(columns, claims.GroupBy(claim => claim.Source, StringComparer.Ordinal).SelectMany(group => group)) { Group = claim => claim.Source };

    private static void Fold(Page page, string title, string note, IReadOnlyList<Column<ClaimResult>> columns, ClaimStatus status)
    {
        var claims = page.Results.Claims.Where(claim => claim.Status == status).ToList();
        if (claims.Count > 0) page.Folded($"{title} ({Numbers.Count(claims.Count)}).", note, DataFiles.Claims, BySource(columns, claims));
    }

    private static string Tally(IGrouping<string, ClaimResult> group, ClaimStatus status) =>
        Numbers.Count(group.Count(claim => claim.Status == status));
}
