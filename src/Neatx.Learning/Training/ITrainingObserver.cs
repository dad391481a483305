using Neatx.Core.Training;

namespace Neatx.Learning.Training;

/// <summary>Hears what a training run does, to show it. Called from the thread of the run, in order.</summary>
public interface ITrainingObserver
{
    /// <summary>A task before or after training moved on: preparing, computing features, scoring.</summary>
    void Progress(string task, long done, long? total);

    /// <summary>Training moved on; called after every step.</summary>
    void Training(TrainingProgress progress);

    /// <summary>An epoch is over.</summary>
    void Epoch(EpochMetrics metrics, RunLifecycle state);

    /// <summary>Something the user should know, one line.</summary>
    void Warn(string message);
}
