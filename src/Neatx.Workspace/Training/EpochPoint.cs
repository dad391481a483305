namespace Neatx.Workspace.Training;

/// <summary>One epoch of a run.</summary>
/// <param name="Epoch">From 1.</param>
/// <param name="TrainLoss">The mean over the epoch's steps.</param>
/// <param name="ValidationLoss">After the epoch, or null.</param>
/// <param name="ValidationAuc">The mean over findings after the epoch, or null where it is undefined.</param>
public sealed record EpochPoint(int Epoch, double TrainLoss, double? ValidationLoss, double? ValidationAuc);
