namespace Neatx.Workspace.Report.Sections;

/// <summary>How well models tell findings, by each label set.</summary>
internal sealed class EvaluationSection : IReportSection
{
    public string Id => "evaluation";

    public string Title => "Evaluation";

    public bool IsIn(RunResults results) => results.Evaluations.Count > 0;

    public void Write(Page page)
    {
        foreach (var result in page.Results.Evaluations) new EvaluationView(result).Write(page);
    }
}
