namespace Neatx.Web.Figures;

/// <summary>The images in dispute, by number.</summary>
/// <param name="Any">On any finding.</param>
/// <param name="OfFinding">By index of the finding.</param>
internal sealed record DisagreementIndex(IReadOnlyList<int> Any, IReadOnlyList<IReadOnlyList<int>> OfFinding);
