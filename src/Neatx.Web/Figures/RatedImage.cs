using Neatx.Core.Campaign;

namespace Neatx.Web.Figures;

/// <summary>An image and who completed it.</summary>
/// <param name="Number">Of the image.</param>
/// <param name="Pool">What it is for.</param>
/// <param name="Patient">A number that images of one patient share.</param>
/// <param name="Ratings">Of raters who were not dropped.</param>
internal readonly record struct RatedImage(int Number, ImagePool Pool, int Patient, IReadOnlyList<CompletedRating> Ratings);
