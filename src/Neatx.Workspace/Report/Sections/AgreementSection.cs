namespace Neatx.Workspace.Report.Sections;

/// <summary>How far label sets agree, comparison by comparison.</summary>
internal sealed class AgreementSection : IReportSection
{
    public string Id => "agreement";

    public string Title => "Agreement";

    public bool IsIn(RunResults results) => results.Comparisons.Any(comparison => comparison.Ratings is null);

    public void Write(Page page)
    {
        foreach (var comparison in page.Results.Comparisons.Where(comparison => comparison.Ratings is null))
            new ComparisonView(comparison).Write(page);
    }
}
