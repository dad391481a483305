using Neatx.Workspace.Labels;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>Label sets and consensus: where each came from, by which rule, and what it holds.</summary>
internal sealed class LabelSection : IReportSection
{
    public string Id => "labels";

    public string Title => "Label sets and consensus";

    public bool IsIn(RunResults results) => results.LabelSets.Count > 0;

    public void Write(Page page)
    {
        var sets = page.Results.LabelSets;
        var made = sets.Where(set => set.Unavailable is null && set.Findings.Count > 0).ToList();
        page.Paragraph(Lead(made));
        if (made.Count > 0)
        {
            var note = "From left to right positive (strong blue), uncertain (grey), negative (pale blue), invalid (dark grey) and missing "
                + "(hatched). Prevalence is the share of positives among positive and negative.";
            if (made.Exists(set => set.Findings.Count > LabelStates.MostFindings))
                note += $" Of longer lists the {LabelStates.MostFindings} findings with most positives are drawn.";
            page.Figure([.. made.Select(set => new LabelStates(set))], "Label states by label set and finding.", note, DataFiles.LabelStates);
        }

        page.Table("Label sets.", "", DataFiles.LabelStates, new ReportTable<LabelSetSummary>(
            [
                new("Label set", set => set.Title) { Note = set => set.Unavailable is { } reason ? reason : null },
                new("Kind", set => set.Kind) { Class = _ => "short" },
                new("From", set => set.Provenance) { Class = _ => "long" },
                new("Findings", set => Numbers.Count(set.Unavailable is null ? set.Findings.Count : null), Numeric: true),
                new("Images", set => Numbers.Count(set.Unavailable is null ? set.Images : null), Numeric: true),
                new("Patients", set => Numbers.Count(set.Patients), Numeric: true),
            ],
            sets));
        page.Folded("Label states.", "Images of each label set in each state; a missing label is never a negative.", DataFiles.LabelStates,
            new ReportTable<(LabelSetSummary Set, StateCounts Counts)>(States, made.SelectMany(set => set.Findings.Select(counts => (set, counts))))
            {
                Group = row => row.Set.Title,
            });
    }

    private static IReadOnlyList<Column<(LabelSetSummary Set, StateCounts Counts)>> States { get; } =
    [
        new("Finding", row => row.Counts.Finding),
        new("Positive", row => Numbers.Count(row.Counts.Positive), Numeric: true),
        new("Negative", row => Numbers.Count(row.Counts.Negative), Numeric: true),
        new("Uncertain", row => Numbers.Count(row.Counts.Uncertain), Numeric: true),
        new("Invalid", row => Numbers.Count(row.Counts.Invalid), Numeric: true),
        new("Missing", row => Numbers.Count(row.Counts.Missing), Numeric: true),
        new("Prevalence", row => row.Counts.Prevalence is { } share ? Numbers.Fixed(share, 3) : "undefined", Numeric: true),
    ];

    private static string Words(string kind) => kind switch
    {
        "non-expert" => "by non-experts",
        "model" => "by a model",
        "mixed" => "by report review and parsing",
        _ => $"by {kind}",
    };

    private static string Lead(List<LabelSetSummary> made)
    {
        if (made.Count == 0) return "No label set could be made here.";
        var kinds = made.CountBy(set => set.Kind, StringComparer.Ordinal).Select(kind => $"{English.Number(kind.Value)} {Words(kind.Key)}");
        var lead = English.Sentence($"{English.Were(made.Count, "label set")} made: {English.List([.. kinds])}");
        var undecided = made
            .SelectMany(set => set.Findings.Select(counts => (set, counts)))
            .Where(row => row.counts.Uncertain > 0)
            .OrderByDescending(row => (double)row.counts.Uncertain / row.counts.Total)
            .FirstOrDefault();
        if (undecided.counts is null) return lead;
        var share = Numbers.Percent((double)undecided.counts.Uncertain / undecided.counts.Total, 0);
        return $"{lead} Labels stay undecided most often for {undecided.counts.Finding} in {undecided.set.Title}: "
            + $"{English.Count(undecided.counts.Uncertain, "image")}, or {share}.";
    }
}
