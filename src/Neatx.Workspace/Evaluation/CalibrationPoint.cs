namespace Neatx.Workspace.Evaluation;

/// <summary>A bin of calibration, the images of all runs together.</summary>
public sealed record CalibrationPoint(double Low, double High, int Count, double? MeanScore, double? Observed);
