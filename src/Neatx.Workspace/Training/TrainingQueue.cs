using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Training;

/// <summary>Trains the runs of a sweep, as many at once as there are cores for.</summary>
internal sealed class TrainingQueue(ITrainer trainer, IRunObserver observer, string title)
{
    private const int LookEveryMilliseconds = 500;

    /// <param name="plans">The runs that are not done, in the order to begin with.</param>
    /// <param name="slots">How many at once.</param>
    /// <param name="cancellation">Lets all runs save and stop.</param>
    /// <returns>The name of each run that failed, and why.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled; all runs have stopped.</exception>
    public IReadOnlyDictionary<string, string> Train(IReadOnlyList<RunPlan> plans, int slots, CancellationToken cancellation)
    {
        var waiting = new Queue<RunPlan>(plans);
        var running = new List<(RunPlan Plan, Task<string?> Task)>();
        var (failed, finished) = (new Dictionary<string, string>(StringComparer.Ordinal), 0L);
        var total = plans.Sum(plan => (long)plan.Config.Recipe.Epochs);
        var workers = Math.Max(1, Environment.ProcessorCount / Math.Clamp(plans.Count, 1, slots));
        while (waiting.Count > 0 || running.Count > 0)
        {
            while (running.Count < slots && !cancellation.IsCancellationRequested && waiting.TryDequeue(out var plan))
                running.Add((plan, Task.Run(() => trainer.Train(plan.Path, workers, cancellation), CancellationToken.None)));
            if (running.Count == 0) break;
            Task.WaitAny([.. running.Select(each => (Task)each.Task)], LookEveryMilliseconds, CancellationToken.None);
            foreach (var each in running.Where(each => each.Task.IsCompleted).ToList())
            {
                running.Remove(each);
                finished += each.Plan.Config.Recipe.Epochs;
                if (each.Task.IsCanceled || each.Task.Exception?.InnerException is OperationCanceledException) continue;
                if (each.Task.GetAwaiter().GetResult() is { } reason) failed.Add(each.Plan.Name, reason);
            }

            observer.Progress($"training {title}", finished + running.Sum(each => (long)RunFolderFiles.Epochs(each.Plan.Path)), total);
        }

        cancellation.ThrowIfCancellationRequested();
        return failed;
    }
}
