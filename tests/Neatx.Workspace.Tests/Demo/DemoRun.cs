using Neatx.Workspace.Demo;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;
using Neatx.Workspace.Tests.Launch;

namespace Neatx.Workspace.Tests.Demo;

/// <summary>The default demo run once, with few resamples, for all tests that read its results.</summary>
public sealed class DemoRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-demo-run-").FullName;

    public DemoRun()
    {
        var demo = PreparedDemo.In(_folder, new DemoOptions { Films = false }, new RecordingObserver(), TestContext.Current.CancellationToken);
        var options = new ProtocolOptions { DataRoot = demo.DataRoot, Overrides = ["agreement.resamples=100"] };
        var protocol = ProtocolReader.Read(demo.Protocol, options).DocumentOrThrow();
        Results = RunPipeline.Run(protocol, new RunOptions { Out = _folder }, new RecordingObserver(), CancellationToken.None);
    }

    public RunResults Results { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
