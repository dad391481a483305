using Neatx.Web.Api;

namespace Neatx.Web.Figures;

/// <summary>Cohen's kappa of two sources for one finding; uncertain, invalid and missing dropped.</summary>
/// <param name="Kind">pooled (all pairs of raters), raters, gold (a rater with the reference standard), self (a rater's first and second time).</param>
/// <param name="A">A pseudonym; null when pooled.</param>
/// <param name="B">A pseudonym, "reference", or null when pooled.</param>
/// <param name="Finding">Its name.</param>
/// <param name="N">Images that both judged positive or negative.</param>
/// <param name="Kappa">Null where undefined.</param>
/// <param name="Low">Of the interval, or null where there is none.</param>
/// <param name="High">Of the interval.</param>
/// <param name="Method">How the interval was made.</param>
/// <param name="Undefined">Why there is no kappa or no interval, or null.</param>
/// <param name="Crosstab">All answers, A's in rows.</param>
public sealed record AgreementFigure(
    [property: Words("pooled", "raters", "gold", "self")] string Kind, string? A, string? B, string Finding, long N, double? Kappa, double? Low, double? High, string? Method, string? Undefined, CrosstabFigure Crosstab);
