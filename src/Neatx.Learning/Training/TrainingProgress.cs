namespace Neatx.Learning.Training;

/// <summary>How far training is.</summary>
/// <param name="Epoch">The one that is being trained, from 1.</param>
/// <param name="Epochs">The most there will be.</param>
/// <param name="Done">Images of this epoch that are behind it.</param>
/// <param name="Total">Images of an epoch.</param>
/// <param name="ImagesPerSecond">Since this process began to train, evaluation included.</param>
/// <param name="Remaining">Until the last epoch, at that speed.</param>
/// <param name="MeanValidationAuc">Of the epoch before, or null.</param>
/// <param name="BestValidationAuc">The highest so far, or null.</param>
public sealed record TrainingProgress(
    int Epoch, int Epochs, int Done, int Total, double ImagesPerSecond, TimeSpan Remaining, double? MeanValidationAuc, double? BestValidationAuc);
