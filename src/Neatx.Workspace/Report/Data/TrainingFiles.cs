namespace Neatx.Workspace.Report.Data;

/// <summary>Films, runs, and the epochs behind them.</summary>
internal static class TrainingFiles
{
    public static IEnumerable<CsvFile> Of(RunResults results) =>
    [
        new(DataFiles.Films, ["dataset", "asked", "ready", "reason", "films", "unavailable"],
            from films in results.Films
            from reason in films.Refused.DefaultIfEmpty(new("", 0))
            select DataFiles.Row(films.Dataset, films.Asked, films.Ready, reason.Key, reason.Value, films.Unavailable)),
        new(DataFiles.Runs, ["sweep", "run", "model", "variant", "seed", "fold", "start", "status", "epochs", "best_epoch", "best_validation_auc", "films_refused", "recipe", "reason", "scores_sha256"],
            from sweep in results.Sweeps
            from run in sweep.Runs
            select DataFiles.Row(
                sweep.Name, run.Name, run.Model, sweep.Variant, run.Seed, run.Fold, run.Start, run.Status.ToString().ToLowerInvariant(), run.Epochs, run.BestEpoch, run.BestValidationAuc,
                run.Refused, sweep.Recipe, run.Reason, run.ScoresSha256)),
        new(DataFiles.Epochs, ["sweep", "run", "epoch", "train_loss", "validation_loss", "validation_auc"],
            from sweep in results.Sweeps
            from run in sweep.Runs
            from point in run.Curve
            select DataFiles.Row(sweep.Name, run.Name, point.Epoch, point.TrainLoss, point.ValidationLoss, point.ValidationAuc)),
    ];
}
