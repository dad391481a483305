namespace Neatx.Learning.Prediction;

/// <summary>How far scoring is.</summary>
/// <param name="Done">Images behind it, those of a former run included.</param>
/// <param name="Total">All images.</param>
/// <param name="Refused">Of <paramref name="Done"/>, refused ones.</param>
/// <param name="PerSecond">Images a second in this run so far; null in the first moments.</param>
/// <param name="Left">How long it will take at that pace; null when not known.</param>
public sealed record PredictionProgress(int Done, int Total, int Refused, double? PerSecond, TimeSpan? Left);
