using Neatx.Core.Training;
using Neatx.Learning.Training;

namespace Neatx.Learning.Tests.Training;

/// <summary>Remembers what it heard, and may act after a step.</summary>
internal sealed class SilentObserver(Action<TrainingProgress>? afterStep = null) : ITrainingObserver
{
    public List<EpochMetrics> Epochs { get; } = [];

    public List<string> Warnings { get; } = [];

    public void Progress(string task, long done, long? total)
    {
    }

    public void Training(TrainingProgress progress) => afterStep?.Invoke(progress);

    public void Epoch(EpochMetrics metrics, RunLifecycle state) => Epochs.Add(metrics);

    public void Warn(string message) => Warnings.Add(message);
}
