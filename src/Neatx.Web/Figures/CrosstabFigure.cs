namespace Neatx.Web.Figures;

/// <summary>How often which two answers fell on one image.</summary>
/// <param name="Labels">Of rows and of columns.</param>
/// <param name="Counts">Row by row.</param>
public sealed record CrosstabFigure(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<long>> Counts);
