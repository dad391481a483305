using Neatx.Web.Api;

namespace Neatx.Web.Figures;

/// <summary>How often a rater calls a finding positive.</summary>
/// <param name="Rater">The pseudonym.</param>
/// <param name="Finding">Its name.</param>
/// <param name="Judged">Images called positive or negative.</param>
/// <param name="Positive">Those called positive.</param>
/// <param name="Share">Null where nothing was judged.</param>
/// <param name="Low">Of the Wilson interval.</param>
/// <param name="High">Of the Wilson interval.</param>
/// <param name="Drift">What moves: positive more_often or less_often than others on the same films, parted from them over 100 films, or the share moved over 100 films; null while nothing does.</param>
public sealed record PrevalenceFigure(string Rater, string Finding, long Judged, long Positive, double? Share, double? Low, double? High, [property: Words("more_often", "less_often", "parted", "moved")] string? Drift);
