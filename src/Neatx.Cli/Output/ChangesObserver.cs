using Neatx.Workspace.Launch;

namespace Neatx.Cli.Output;

/// <summary>Tells another observer of what was made, and not of what stands unchanged: for commands that prepare data on the way to something else.</summary>
internal sealed class ChangesObserver(IRunObserver observer) : IRunObserver
{
    public void Progress(string task, long done, long? total) => observer.Progress(task, done, total);

    public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused)
    {
        if (!reused) observer.Finished(stage, made, n, elapsed, reused);
    }

    public void Warn(string message) => observer.Warn(message);
}
