namespace Neatx.Web.Figures;

/// <summary>One rater's completed answers.</summary>
/// <param name="Rater">The number of the rater.</param>
/// <param name="Occurrence">0 for the first time.</param>
/// <param name="CompletedAt">The event that completed it.</param>
/// <param name="Codes">The codes of the ratings by finding; INVALID in all where the image was held unfit.</param>
internal readonly record struct CompletedRating(int Rater, int Occurrence, long CompletedAt, byte[] Codes);
