using System.Diagnostics;
using System.Text.Json;
using Neatx.Workspace.Report;

namespace Neatx.Workspace.Launch;

/// <summary>The stage that writes report.html, the CSV tables and results.json.</summary>
internal sealed class ReportSteps(RunState run)
{
    public void Make(RunResults results)
    {
        var watch = Stopwatch.StartNew();
        var document = JsonSerializer.SerializeToUtf8Bytes(ResultsDocument.Of(results), RunJson.Default.ResultsDocument);
        var key = new StepKey("report").Add("results", System.Text.Encoding.UTF8.GetString(document));
        var made = run.Folder.Step("report", key, "report.json", RunJson.Default.ReportFiles, () => Write(results, document), files => files.Files);
        run.Observer.Finished("report", "report.html, results.json and tables", made.Value.Files.Count, watch.Elapsed, made.Reused);
    }

    private ReportFiles Write(RunResults results, byte[] document)
    {
        AtomicFile.Write(run.Folder.Resolve("results.json"), stream => stream.Write(document));
        return new ReportFiles([.. ReportWriter.Write(results, run.Folder.Path), "results.json"]);
    }
}
