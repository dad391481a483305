using Neatx.Workspace.Report;

namespace Neatx.Workspace.Tests.Report;

/// <summary>Writes sample reports to look at in a browser, at 1280 and 400 px, light and dark, and in print. Runs only when asked for: -explicit only.</summary>
public sealed class ReportLookTests
{
    [Fact(Explicit = true)]
    public void Write_Samples_ToLookAt()
    {
        var folder = Environment.GetEnvironmentVariable("NEATX_LOOK") ?? Path.Combine(AppContext.BaseDirectory, "look");
        ReportWriter.Write(SampleResults.Paper, Path.Combine(folder, "paper"));
        ReportWriter.Write(SampleResults.Paper with { Synthetic = true }, Path.Combine(folder, "synthetic"));
        ReportWriter.Write(SampleTraining.Results, Path.Combine(folder, "trained"));
        ReportWriter.Write(SampleResults.Empty, Path.Combine(folder, "empty"));
        ReportWriter.Write(HostileResults.With("A rather long name of a finding, as vocabularies of reports hold them"), Path.Combine(folder, "long"));
        ReportWriter.Write(HostileResults.With(string.Concat(Enumerable.Repeat("Unbreakablename", 12))), Path.Combine(folder, "longer"));
    }
}
