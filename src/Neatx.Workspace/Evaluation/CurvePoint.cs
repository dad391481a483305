namespace Neatx.Workspace.Evaluation;

/// <summary>A point of a curve that is averaged over seeds.</summary>
/// <param name="X">False positive rate, or recall.</param>
/// <param name="Y">Sensitivity, or precision.</param>
public sealed record CurvePoint(double X, double Y);
