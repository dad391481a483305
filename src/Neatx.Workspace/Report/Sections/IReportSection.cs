namespace Neatx.Workspace.Report.Sections;

/// <summary>One section of the report: a stage of the protocol, or what every run has.</summary>
internal interface IReportSection
{
    /// <summary>The anchor, unique in the page.</summary>
    string Id { get; }

    string Title { get; }

    /// <summary>False leaves the section out: the protocol has no such stage.</summary>
    bool IsIn(RunResults results);

    /// <summary>Writes what stands under the heading.</summary>
    void Write(Page page);
}
