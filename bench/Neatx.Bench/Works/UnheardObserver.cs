using Neatx.Workspace.Launch;

namespace Neatx.Bench.Works;

/// <summary>Listens to nothing.</summary>
internal sealed class UnheardObserver : IRunObserver
{
    public void Progress(string task, long done, long? total)
    {
    }

    public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused)
    {
    }

    public void Warn(string message)
    {
    }
}
