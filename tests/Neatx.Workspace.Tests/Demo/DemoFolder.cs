using Neatx.Workspace.Demo;
using Neatx.Workspace.Tests.Launch;

namespace Neatx.Workspace.Tests.Demo;

/// <summary>The default demo, made once for a test class and removed after it; other demos beside it.</summary>
public sealed class DemoFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("neatx-demo-").FullName;

    public DemoFolder() => Default = Make("default", new DemoOptions { Films = false });

    public PreparedDemo Default { get; }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>Prepares a demo in a folder of that name.</summary>
    public PreparedDemo Make(string name, DemoOptions options) => PreparedDemo.In(Path.Combine(_root, name), options, new RecordingObserver(), TestContext.Current.CancellationToken);

    /// <summary>The path of a folder that demos may be prepared in.</summary>
    public string PathOf(string name) => Path.Combine(_root, name);
}
