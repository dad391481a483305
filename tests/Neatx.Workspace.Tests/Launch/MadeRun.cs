using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;

namespace Neatx.Workspace.Tests.Launch;

/// <summary>A protocol and tables made for a test, run in a folder of their own.</summary>
internal sealed class MadeRun : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("neatx-made-").FullName;

    public RecordingObserver Observer { get; private set; } = new();

    /// <summary>The run folder.</summary>
    public string Out => Path.Combine(_root, "out");

    /// <summary>The folder with protocol and tables.</summary>
    public string Data => _root;

    public MadeRun Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public MadeRun WriteBytes(string name, byte[] bytes)
    {
        Write(name, "");
        File.WriteAllBytes(Path.Combine(_root, name), bytes);
        return this;
    }

    /// <summary>Runs the protocol; what was heard before is forgotten.</summary>
    public RunResults Run(string protocol, RunOptions? options = null, params string[] overrides) =>
        Run(protocol, options, TestContext.Current.CancellationToken, overrides);

    /// <summary>The same, until it is cancelled.</summary>
    public RunResults Run(string protocol, RunOptions? options, CancellationToken cancellation, params string[] overrides)
    {
        Write("p.yaml", protocol);
        var document = ProtocolReader.Read(Path.Combine(_root, "p.yaml"), new ProtocolOptions { Overrides = overrides }).DocumentOrThrow();
        Observer = new RecordingObserver();
        return RunPipeline.Run(document, (options ?? new RunOptions { Out = Out }) with { Out = Out }, Observer, cancellation);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
