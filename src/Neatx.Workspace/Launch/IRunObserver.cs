namespace Neatx.Workspace.Launch;

/// <summary>Hears what a run does, to show it. Called from the run's own thread, in order.</summary>
public interface IRunObserver
{
    /// <summary>A long task moved on; total is null when not known. Called at most a few times a second.</summary>
    void Progress(string task, long done, long? total);

    /// <summary>A stage has made something. <paramref name="reused"/>: nothing it depends on changed, so it was not made again.</summary>
    void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused);

    /// <summary>Something the user should know, one line.</summary>
    void Warn(string message);
}
