using Neatx.Core.Training;
using Neatx.Learning.Training.Checkpoints;
using Neatx.Learning.Training.Data;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Weights;

namespace Neatx.Learning.Training.Loop;

/// <summary>
/// Trains: epoch after epoch over the training rows in a seeded order, an AUC of the validation rows after each, the best epoch kept. Where it
/// is stopped it can be continued, with the same result as if it had not been.
/// </summary>
internal sealed class Trainer
{
    private readonly RunConfig _config;
    private readonly Learner _learner;
    private readonly LabelTargets _targets;
    private readonly Func<int, IRows> _rows;
    private readonly int[] _train, _validation;
    private readonly ValidationAuc _auc;
    private readonly TrainerOutput _output;
    private IReadOnlyList<StoredTensor> _best = [];

    /// <param name="config">run.json.</param>
    /// <param name="images">The usable images; a row is a place in this list.</param>
    /// <param name="learner">As the run starts.</param>
    /// <param name="targets">Of the images.</param>
    /// <param name="rows">The rows as an epoch (from 1) sees them when it trains; of epoch 0 as they are.</param>
    /// <param name="output">Where it writes.</param>
    public Trainer(RunConfig config, IReadOnlyList<RunImage> images, Learner learner, LabelTargets targets, Func<int, IRows> rows, TrainerOutput output)
    {
        (_config, _learner, _targets, _rows, _output) = (config, learner, targets, rows, output);
        int[] RowsOf(string part) => [.. Enumerable.Range(0, images.Count).Where(row => images[row].Part == part)];
        _train = [.. RowsOf(RunParts.Train).Where(row => targets.IsDecided(row))];
        _validation = RowsOf(RunParts.Validation);
        _auc = new ValidationAuc(images, _validation, config.Findings());
    }

    public TrainingPosition Position { get; private set; } = new();

    /// <summary>Images of an epoch: those of the training part with a decided label.</summary>
    public int TrainImages => _train.Length;

    /// <summary>Goes to where a checkpoint was made.</summary>
    public void Continue(Checkpoint checkpoint)
    {
        LearnerState.Restore(_learner, checkpoint);
        (Position, _best) = (checkpoint.Position, [.. checkpoint.Under(Checkpoint.Best)]);
    }

    /// <summary>Trains to the end; then the network holds what is kept.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled; a checkpoint is made first.</exception>
    /// <exception cref="NeatxException">The loss or the weights stopped being numbers; the last checkpoint stands.</exception>
    public void Run(CancellationToken cancellation)
    {
        _output.Begin(Position, Position.Step * _config.Recipe.BatchSize * _config.Recipe.Accumulate);
        while (Position.Epoch < _config.Recipe.Epochs && !Position.IsStopped) Epoch(cancellation);
        if (_best.Count > 0) LearnerState.Load(_learner.Network.Parameters, _best);
    }

    private void Epoch(CancellationToken cancellation)
    {
        var epoch = Position.Epoch + 1;
        var recipe = _config.Recipe;
        var (rows, order) = (_rows(epoch), Draws.Order(_config.Seed, epoch, _train));
        var stepSize = recipe.BatchSize * recipe.Accumulate;
        var steps = (order.Length + stepSize - 1) / stepSize;
        while (Position.Step < steps)
        {
            var start = Position.Step * stepSize;
            var step = order.AsSpan(start, Math.Min(stepSize, order.Length - start));
            var firstBatch = Position.Step * recipe.Accumulate;
            var loss = _learner.Step(rows, step, recipe.LearningRateAt(epoch, Position.Step, steps), batch => Draws.Dropout(_config.Seed, epoch, firstBatch + batch));
            if (!double.IsFinite(loss)) throw Diverged($"the loss became {(double.IsNaN(loss) ? "not a number" : "infinite")} in step {Position.Step + 1} of epoch {epoch}");
            Position = Position with { Step = Position.Step + 1, LossSum = Position.LossSum + loss, OptimiserSteps = _learner.Optimiser.Steps };
            _output.Stepped(Position, start + step.Length, order.Length);
            if (Position.Step == steps) break;
            if (cancellation.IsCancellationRequested) Stop(cancellation);
            if (_output.IsStepCheckpointDue) Save();
        }

        if (!LearnerState.IsFinite(_learner)) throw Diverged($"weights stopped being numbers in epoch {epoch}");
        EndEpoch(epoch, Position.LossSum / steps);
        if (cancellation.IsCancellationRequested) Stop(cancellation);
        if (_output.IsEpochCheckpointDue) Save();
    }

    private void EndEpoch(int epoch, double trainLoss)
    {
        var metrics = new EpochMetrics { Epoch = epoch, LearningRate = _config.Recipe.LearningRateAt(epoch, 0, 1), TrainLoss = trainLoss };
        if (_validation.Length > 0)
        {
            var logits = _learner.Score(_rows(0), _validation);
            var figures = _auc.Of(logits);
            var defined = figures.Values.OfType<double>().ToList();
            metrics = metrics with
            {
                ValidationLoss = _targets.Loss(_validation, logits),
                ValidationAuc = figures,
                MeanValidationAuc = defined.Count > 0 ? defined.Average() : null,
            };
        }

        var isBest = metrics.MeanValidationAuc > (Position.BestValidationAuc ?? double.NegativeInfinity) + (_config.Recipe.EarlyStopping?.MinimumRise ?? 0);
        if (isBest) _best = LearnerState.Parameters(_learner);
        var bestEpoch = isBest ? epoch : Position.BestEpoch;
        Position = Position with
        {
            Epoch = epoch,
            Step = 0,
            LossSum = 0,
            BestEpoch = bestEpoch,
            BestValidationAuc = isBest ? metrics.MeanValidationAuc : Position.BestValidationAuc,
            IsStopped = _config.Recipe.EarlyStopping is { } stopping && epoch - (bestEpoch ?? 0) >= stopping.Patience,
            Metrics = [.. Position.Metrics, metrics],
        };
        _output.EpochEnded(Position);
    }

    private void Stop(CancellationToken cancellation)
    {
        Save();
        cancellation.ThrowIfCancellationRequested();
    }

    private void Save()
    {
        // Within an epoch the loss was a number, but the step after it may not have been.
        if (!LearnerState.IsFinite(_learner)) throw Diverged($"weights stopped being numbers in epoch {Position.Epoch + 1}");
        _output.Save(Position, [.. LearnerState.Of(_learner), .. _best.Select(each => each.Named(Checkpoint.Best + each.Name))]);
    }

    private NeatxException Diverged(string what) => new(
        $"{what}. Try a lower learning_rate (now {_config.Recipe.LearningRate.ToString(System.Globalization.CultureInfo.InvariantCulture)}), and check that images and weights are those that were meant."
        + (_output.HasCheckpoint ? $" The last checkpoint, from before that, is kept; after a change of {RunFiles.Config} delete it to begin anew." : ""));
}
