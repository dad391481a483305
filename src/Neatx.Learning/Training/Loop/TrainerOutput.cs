using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Learning.Training.Checkpoints;
using Neatx.Learning.Training.Events;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Training.Loop;

/// <summary>
/// What training writes while it trains: checkpoints, metrics.jsonl, events, state.json; and what it shows. After a kill the metrics are
/// brought back to the checkpoint, since later lines will be written again.
/// </summary>
internal sealed class TrainerOutput : IDisposable
{
    private readonly string _folder, _configSha256;
    private readonly TrainingOptions _options;
    private readonly ITrainingObserver _observer;
    private readonly int _epochs;
    private RunLifecycle _state;
    private StreamWriter? _metrics;
    private EventFile? _events;
    private long _start, _epochStart, _saved;

    // Images that this process trained on, and those of the present epoch that it counted or that an earlier process had behind it.
    private long _images;
    private int _doneBefore;

    public TrainerOutput(string folder, RunConfig config, RunLifecycle state, TrainingOptions options, ITrainingObserver observer)
    {
        (_folder, _options, _observer, _state, _epochs) = (folder, options, observer, state, config.Recipe.Epochs);
        _configSha256 = state.ConfigSha256!;
    }

    public bool IsStepCheckpointDue => _options.Clock.GetElapsedTime(_saved) >= _options.BetweenStepCheckpoints;

    public bool IsEpochCheckpointDue => _options.Clock.GetElapsedTime(_saved) >= _options.BetweenEpochCheckpoints;

    /// <summary>There is something to go on from.</summary>
    public bool HasCheckpoint => File.Exists(Path.Combine(_folder, RunFiles.Checkpoint));

    /// <summary>state.json as it was last written or heard.</summary>
    public RunLifecycle State => _state;

    private string MetricsFile => Path.Combine(_folder, RunFiles.Metrics);

    /// <param name="position">Where it begins.</param>
    /// <param name="done">Images of its epoch that are behind it.</param>
    public void Begin(TrainingPosition position, int done)
    {
        _doneBefore = done;
        AtomicFile.WriteText(MetricsFile, string.Concat(position.Metrics.Select(Line)));
        _metrics = new StreamWriter(new FileStream(MetricsFile, FileMode.Append, FileAccess.Write, FileShare.Read));
        _events = new EventFile(_folder, position.Epoch + 1, _options.Clock);
        _start = _epochStart = _saved = _options.Clock.GetTimestamp();
        _state = StateAt(position);
        StateFile.Write(_folder, _state);
    }

    public void Stepped(TrainingPosition position, int done, int total)
    {
        var elapsed = _options.Clock.GetElapsedTime(_start).TotalSeconds;
        _images += done - _doneBefore;
        _doneBefore = done == total ? 0 : done;
        var speed = elapsed > 0 ? _images / elapsed : 0;
        var left = ((long)(_epochs - position.Epoch) * total) - done;
        _observer.Training(new TrainingProgress(
            position.Epoch + 1, _epochs, done, total, speed, speed > 0 ? TimeSpan.FromSeconds(Math.Min(left / speed, 1e8)) : TimeSpan.Zero,
            position.Metrics.Count > 0 ? position.Metrics[^1].MeanValidationAuc : null, position.BestValidationAuc));
    }

    public void EpochEnded(TrainingPosition position)
    {
        var metrics = position.Metrics[^1];
        _metrics!.Write(Line(metrics));
        _metrics.Flush();
        var seconds = _options.Clock.GetElapsedTime(_epochStart).TotalSeconds;
        _epochStart = _options.Clock.GetTimestamp();
        _events!.Add(metrics.Epoch, Scalars(metrics, seconds));
        _state = StateAt(position);
        _observer.Epoch(metrics, _state);
    }

    public void Save(TrainingPosition position, IReadOnlyList<StoredTensor> tensors)
    {
        new Checkpoint(_configSha256, position, tensors).Write(Path.Combine(_folder, RunFiles.Checkpoint));
        _state = StateAt(position);
        StateFile.Write(_folder, _state);
        _saved = _options.Clock.GetTimestamp();
    }

    public void Dispose()
    {
        _metrics?.Dispose();
        _events?.Dispose();
    }

    private static string Line(EpochMetrics metrics) => JsonSerializer.Serialize(metrics, MetricsJson.Default.EpochMetrics) + "\n";

    private static IEnumerable<KeyValuePair<string, double>> Scalars(EpochMetrics metrics, double seconds)
    {
        yield return new("loss/train", metrics.TrainLoss);
        if (metrics.ValidationLoss is { } loss) yield return new("loss/validation", loss);
        if (metrics.MeanValidationAuc is { } mean) yield return new("auc/mean", mean);
        foreach (var (finding, auc) in metrics.ValidationAuc)
            if (auc is { } value) yield return new($"auc/{finding}", value);
        yield return new("learning rate", metrics.LearningRate);
        yield return new("seconds an epoch", seconds);
    }

    private RunLifecycle StateAt(TrainingPosition position) => _state with
    {
        Status = RunStatus.Running,
        Epoch = position.Epoch,
        BestEpoch = position.BestEpoch,
        BestValidationAuc = position.BestValidationAuc,
    };
}
