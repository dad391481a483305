using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;
using Neatx.Workspace.Splits;

namespace Neatx.Workspace.Report.Sections;

/// <summary>How images were parted, with the certificate that no patient is in two parts and how alike the parts are.</summary>
internal sealed class SplitSection : IReportSection
{
    public string Id => "splits";

    public string Title => "Splits";

    public bool IsIn(RunResults results) => results.Splits.Count > 0;

    public void Write(Page page)
    {
        foreach (var split in page.Results.Splits) Write(page, split);
    }

    private static void Write(Page page, SplitResult split)
    {
        page.Heading(English.Capital(split.Title));
        if (split.Unavailable is { } reason)
        {
            page.Paragraph(English.Sentence($"not to be had here: {reason}"));
            return;
        }

        page.Paragraph(SplitWords.Lead(split, page.TitleOf));
        page.Figure(
            [new BalanceDots(split)],
            $"How alike the parts are: {split.Title}.",
            $"Share in a part minus share in the others, in standard deviations; within the band (\u00B1{Numbers.Fixed(BalanceDots.Tolerated, 1)}) parts are commonly called balanced. "
                + "Of findings, positives are shown.",
            DataFiles.Balance);
        page.Table($"Parts: {split.Title}.", SplitWords.Certificate(split), split.Csv, new ReportTable<SplitPartResult>(Parts, split.Parts));
        if (split.Rules.Count > 0)
        {
            page.Table($"Patients who belong in stated parts: {split.Title}.", "", DataFiles.SplitRules, new ReportTable<SplitRuleResult>(
                [
                    new("By", rule => page.TitleOf(rule.Of)) { Note = rule => rule.Unavailable is { } why ? $"holds for nobody here: {why}" : rule.Official ? "official list" : null },
                    new("Belong in", rule => English.List(rule.Parts, "or")) { Class = _ => "short" },
                    new("Patients", rule => Numbers.Count(rule.Unavailable is null ? rule.Patients : null), Numeric: true),
                ],
                split.Rules));
        }

        page.Folded($"Balance of the parts: {split.Title}.", "", DataFiles.Balance, new ReportTable<SplitBalance>(Balance, split.Balance) { Group = row => $"{row.Characteristic}: {row.Level}" });
    }

    private static IReadOnlyList<Column<SplitPartResult>> Parts { get; } =
    [
        new("Part", part => part.Part),
        new("Asked", part => Numbers.Percent(part.Asked), Numeric: true),
        new("Share of images", part => Numbers.Percent(part.Share), Numeric: true),
        new("Images", part => Numbers.Count(part.Images), Numeric: true),
        new("Patients", part => Numbers.Count(part.Patients), Numeric: true),
    ];

    private static IReadOnlyList<Column<SplitBalance>> Balance { get; } =
    [
        new("Part", row => row.Part),
        new("Images", row => Numbers.Count(row.Images), Numeric: true),
        new("Share", row => row.Share.Value is { } share ? Numbers.Percent(share) : "undefined", Numeric: true) { Note = row => row.Share.Undefined },
        new("Difference", row => row.Difference.Value is { } difference ? Numbers.Difference(difference, 3) : "undefined", Numeric: true),
        new("In SD", row => row.StandardisedDifference.Value is { } difference ? Numbers.Difference(difference, 3) : "undefined", Numeric: true)
        {
            Note = row => row.StandardisedDifference.Undefined,
        },
    ];
}
