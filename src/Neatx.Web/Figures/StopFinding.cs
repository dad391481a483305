namespace Neatx.Web.Figures;

/// <summary>One finding under the rule.</summary>
/// <param name="Finding">Its name.</param>
/// <param name="N">Pairs of ratings compared.</param>
/// <param name="HalfWidth">Of the interval of the pooled kappa, or null where there is none.</param>
/// <param name="Reached">Whether it is narrow enough.</param>
public sealed record StopFinding(string Finding, long N, double? HalfWidth, bool Reached);
