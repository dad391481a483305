namespace Neatx.Web.Figures;

/// <summary>The rule "stop when the interval of kappa is narrow enough", and how far it is.</summary>
public sealed record StopFigure(double HalfWidth, double Level, int Least, bool Reached, IReadOnlyList<StopFinding> Findings);
