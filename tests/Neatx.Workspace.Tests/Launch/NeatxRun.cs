using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;

namespace Neatx.Workspace.Tests.Launch;

/// <summary>protocols/neatx.yaml run once on the real tables, for all tests that read its results.</summary>
public sealed class NeatxRun : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"neatx-{Guid.NewGuid():N}");
    private RunResults? _results;

    /// <summary>The run folder.</summary>
    public string Out => Path.Combine(_folder, "out");

    /// <summary>The results of the first run.</summary>
    public RunResults Results => _results ??= Run(Out, new RecordingObserver());

    /// <summary>Another folder for another run.</summary>
    public string Other(string name) => Path.Combine(_folder, name);

    internal static RunResults Run(string folder, RecordingObserver observer, Stage? only = null, params string[] overrides)
    {
        var options = new ProtocolOptions { DataRoot = SharedData.Path(""), Overrides = ["agreement.resamples=200", .. overrides] };
        var protocol = ProtocolReader.Read(Repository.PathOf("protocols/neatx.yaml"), options).DocumentOrThrow();
        return RunPipeline.Run(protocol, new RunOptions { Out = folder, Only = only }, observer, CancellationToken.None);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }
}
