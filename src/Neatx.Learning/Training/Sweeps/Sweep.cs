using System.Collections.Concurrent;
using System.Diagnostics;
using Neatx.Core.Training;

namespace Neatx.Learning.Training.Sweeps;

/// <summary>
/// Trains all runs of a sweep, several at once, each in a process of its own: libtorch's threads are those of a process, and a run that dies
/// takes no other with it. A run stops, and saves, when its standard input ends, so none outlives the sweep. Calling it again goes on.
/// </summary>
public static class Sweep
{
    /// <summary>The argument that makes a run stop when its input ends.</summary>
    public const string UntilInputEnds = "--until-input-ends";

    /// <param name="runs">Run folders.</param>
    /// <param name="options">How.</param>
    /// <param name="ended">Hears of each run as it ends; one call at a time.</param>
    /// <param name="cancellation">Stops all runs; they save first.</param>
    /// <returns>One for each run, in their order.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<SweepRun> Train(IReadOnlyList<string> runs, SweepOptions options, Action<SweepRun> ended, CancellationToken cancellation)
    {
        var results = new SweepRun[runs.Count];
        var waiting = new ConcurrentQueue<int>(Enumerable.Range(0, runs.Count));
        var gate = new Lock();
        void Work()
        {
            while (!cancellation.IsCancellationRequested && waiting.TryDequeue(out var index))
            {
                results[index] = TrainOne(runs[index], options, cancellation);
                lock (gate) ended(results[index]);
            }
        }

        var workers = Enumerable.Range(0, Math.Min(options.AtOnce, runs.Count)).Select(_ => new Thread(Work)).ToList();
        foreach (var worker in workers) worker.Start();
        foreach (var worker in workers) worker.Join();
        cancellation.ThrowIfCancellationRequested();
        return results;
    }

    private static SweepRun TrainOne(string folder, SweepOptions options, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var wasDone = StateFile.Read(folder).Status == RunStatus.Done;
        var start = new ProcessStartInfo(options.Program, ["train", folder, UntilInputEnds, .. options.Arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        using (cancellation.Register(() => process.StandardInput.Close())) process.WaitForExit();
        Task.WaitAll([output, error], CancellationToken.None);
        var state = StateFile.Read(folder);
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        var message = process.ExitCode == 0 || cancellation.IsCancellationRequested ? null : LastMessage(error.Result, process.ExitCode);
        return new SweepRun(name, folder, state, wasDone && message is null ? null : watch.Elapsed, message);
    }

    /// <summary>What the program said last in its own name, with the lines that belong to it.</summary>
    private static string LastMessage(string error, int code)
    {
        const string Own = "neatx: ";
        var from = error.LastIndexOf(Own, StringComparison.Ordinal);
        return from < 0 ? FormattableString.Invariant($"ended with code {code}") : error[(from + Own.Length)..].Trim();
    }
}
