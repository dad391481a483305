namespace Neatx.Workspace.Training;

/// <summary>Trains the run of a folder to its end, or goes on where it stopped. Called from several threads at once, for different folders.</summary>
public interface ITrainer
{
    /// <param name="folder">The run folder, with run.json and images.parquet.</param>
    /// <param name="workers">Threads that may prepare films and compute features, which changes no result.</param>
    /// <param name="cancellation">Saves and stops.</param>
    /// <returns>Null when it is done, or what went wrong, in a sentence.</returns>
    string? Train(string folder, int workers, CancellationToken cancellation);
}
