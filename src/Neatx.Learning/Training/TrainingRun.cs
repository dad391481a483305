using System.Runtime.InteropServices;
using Neatx.Core.Training;
using Neatx.Learning.Native;
using Neatx.Learning.Training.Input;

namespace Neatx.Learning.Training;

/// <summary>One run folder from start, or from where it stopped, to its results. What happens to it is told in state.json whatever happens.</summary>
public static class TrainingRun
{
    private static readonly string[] Results = [RunFiles.Model, RunFiles.Scores, RunFiles.Metrics];

    /// <summary>Trains; at once done where the results stand.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="options">What is chosen here.</param>
    /// <param name="observer">Hears how it goes.</param>
    /// <param name="cancellation">Saves and stops.</param>
    /// <returns>state.json as it is then.</returns>
    /// <exception cref="NeatxException">It cannot go on; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; the same call goes on from there.</exception>
    public static RunLifecycle Train(string folder, TrainingOptions options, ITrainingObserver observer, CancellationToken cancellation)
    {
        folder = Path.GetFullPath(folder);
        if (!Directory.Exists(folder)) throw new NeatxException($"there is no folder {folder}. Give a run folder, with {RunFiles.Config} and {RunFiles.Images} in it.");
        using var held = RunLock.Take(folder, options.WaitForFolder, options.Clock, cancellation);
        try
        {
            var (input, mistakes) = RunInput.Read(folder);
            if (input is null) throw new NeatxException(Listed(folder, mistakes));
            var hash = ConfigHash.Of(input.Config);
            var before = StateFile.Read(folder);
            if (before.Status == RunStatus.Done && Results.All(file => File.Exists(Path.Combine(folder, file))))
                return Standing(folder, before, hash);
            StateFile.Write(folder, before with { Status = RunStatus.Running, ConfigSha256 = hash, Reason = null });
            return new TrainingWork(input, hash, options, observer).Do(cancellation);
        }
        catch (OperationCanceledException)
        {
            StateFile.Write(folder, StateFile.Read(folder) with { Status = RunStatus.Interrupted });
            throw;
        }
        catch (NeatxException error)
        {
            WriteFailure(folder, error.Message);
            throw;
        }
        catch (TorchMissingException error)
        {
            WriteFailure(folder, error.Message);
            throw new NeatxException(error.Message, error);
        }
        catch (ExternalException error) when (error.Message.Contains("allocate", StringComparison.Ordinal) || error.Message.Contains("out of memory", StringComparison.Ordinal))
        {
            const string Message = "there is too little memory for this run. Take a smaller batch_size, with accumulate for as many images a step, or fewer runs at once; then delete its checkpoint.";
            WriteFailure(folder, Message);
            throw new NeatxException(Message, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var message = $"a file cannot be written or read: {error.Message.TrimEnd('.')}. What was saved before stands; free some space if the disk is full, and run the same command again.";
            WriteFailure(folder, message);
            throw new NeatxException(message, error);
        }
    }

    private static RunLifecycle Standing(string folder, RunLifecycle state, string hash) => state.ConfigSha256 == hash
        ? state
        : throw new NeatxException(
            $"{folder} was trained by another {RunFiles.Config}: since then something was changed that decides the result. Train it in a folder of its own, or delete "
            + $"{RunFiles.State} to begin anew here.");

    private static string Listed(string folder, IReadOnlyList<RunMistake> mistakes) =>
        $"{folder} has {(mistakes.Count == 1 ? "a mistake" : $"{mistakes.Count:D} mistakes")}; nothing was trained.\n{string.Join('\n', mistakes)}";

    private static void WriteFailure(string folder, string reason)
    {
        try
        {
            // A run that is done stays done, whatever was asked of it since.
            if (StateFile.Read(folder) is { Status: not RunStatus.Done } state) StateFile.Write(folder, state with { Status = RunStatus.Failed, Reason = reason });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What made it fail keeps it from saying so in the file as well; the message is printed.
        }
    }
}
