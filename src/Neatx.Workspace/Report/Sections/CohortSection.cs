using Neatx.Workspace.Catalog;
using Neatx.Workspace.Report.Data;
using Neatx.Workspace.Report.Figures;
using Neatx.Workspace.Report.Prose;

namespace Neatx.Workspace.Report.Sections;

/// <summary>How each cohort was picked, step by step.</summary>
internal sealed class CohortSection : IReportSection
{
    public string Id => "cohorts";

    public string Title => "Cohorts";

    public bool IsIn(RunResults results) => results.Cohorts.Count > 0;

    public void Write(Page page)
    {
        foreach (var flow in page.Results.Cohorts)
        {
            page.Heading(English.Capital(flow.Title));
            page.Paragraph(Lead(flow));
            if (flow.Steps.Count > 0)
            {
                page.Figure(
                    [new CohortDiagram(flow, page.TitleOf(flow.Dataset))],
                    $"Flow of {flow.Title}.",
                    "Boxes: what is left; beside the arrows: what the step removed. A dashed box could not be counted here.",
                    DataFiles.Cohorts);
            }
        }

        page.Table("Counts after each step.", "", DataFiles.Cohorts, new ReportTable<(CohortFlow Flow, CohortCount Step)>(
            [
                new("Step", row => row.Step.Title) { Note = row => WhyNot(row.Flow, row.Step) },
                new("Images", row => Numbers.Count(row.Step.Images), Numeric: true),
                new("Patients", row => Numbers.Count(row.Step.Patients), Numeric: true),
                new("Removed", row => Numbers.Count(row.Step.Removed), Numeric: true),
            ],
            page.Results.Cohorts.SelectMany(flow => flow.Steps.Select(step => (flow, step))))
        {
            Group = row => row.Flow.Title,
        });
    }

    /// <summary>A reason is said where it first applies.</summary>
    private static string? WhyNot(CohortFlow flow, CohortCount step)
    {
        if (step.Undefined is not { } reason) return null;
        var isFirst = ReferenceEquals(flow.Steps.First(each => each.Undefined == reason), step);
        return isFirst ? $"undefined: {reason}" : "undefined as above";
    }

    private static string Lead(CohortFlow flow)
    {
        var last = flow.Steps.LastOrDefault(step => step.Images is not null);
        if (last is null) return "No step of this cohort could be counted here.";
        var first = flow.Steps[0];
        var images = last.Images!.Value;
        var share = first.Images is > 0 and { } all && !ReferenceEquals(first, last)
            ? $", {Numbers.Percent((double)images / all)} of the {English.Count(all, "image")} it starts from"
            : "";
        var lead = $"the cohort holds {English.Size(images, last.Patients)}{share}";
        var undefined = flow.Steps.FirstOrDefault(step => step.Images is null);
        return undefined is null
            ? English.Sentence(lead)
            : $"As far as it can be counted here, {lead}. "
                + $"From the step \u2018{undefined.Title}\u2019 on it is undefined: {undefined.Undefined?.TrimEnd('.')}.";
    }
}
