using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Tests.Launch;

/// <summary>Remembers what a run made and what it found standing.</summary>
internal sealed class RecordingObserver : IRunObserver
{
    public List<string> Made { get; } = [];

    public List<string> Reused { get; } = [];

    public List<string> Warnings { get; } = [];

    public void Progress(string task, long done, long? total)
    {
    }

    public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused) => (reused ? Reused : Made).Add($"{stage}: {made}");

    public void Warn(string message) => Warnings.Add(message);
}
