namespace Neatx.Core.Training;

/// <summary>Stops when the mean validation AUC over findings has not risen for a while, and keeps the best epoch.</summary>
/// <param name="Patience">Epochs without a rise, at least 1.</param>
/// <param name="MinimumRise">What counts as a rise, in AUC.</param>
public sealed record EarlyStopping(int Patience, double MinimumRise = 0);
