namespace Neatx.Web.Api;

/// <summary>The bound to reach, and what was reached once the images of the qualification are done.</summary>
/// <param name="Bound">The lower bound of the interval of kappa that passes.</param>
/// <param name="Kappa">Cohen's kappa to the reference standard, or null where it is undefined or not known yet.</param>
/// <param name="Low">The lower bound that was reached.</param>
/// <param name="High">The upper bound.</param>
/// <param name="N">Answers compared.</param>
/// <param name="Passed">Null before the end.</param>
public sealed record QualificationView(double Bound, double? Kappa, double? Low, double? High, long N, bool? Passed);
