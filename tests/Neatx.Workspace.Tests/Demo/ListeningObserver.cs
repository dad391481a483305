using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Tests.Demo;

/// <summary>Remembers what it heard.</summary>
internal sealed class ListeningObserver : IRunObserver
{
    public List<string> Warnings { get; } = [];

    /// <summary>Of each thing finished, whether it was reused.</summary>
    public List<bool> Reused { get; } = [];

    public void Progress(string task, long done, long? total)
    {
    }

    public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused) => Reused.Add(reused);

    public void Warn(string message) => Warnings.Add(message);
}
