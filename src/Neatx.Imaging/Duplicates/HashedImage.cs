namespace Neatx.Imaging.Duplicates;

/// <summary>An image as near-duplicates are looked for.</summary>
/// <param name="Image">Its name.</param>
/// <param name="Patient">Whose it is said to be.</param>
/// <param name="Part">The part of the split it is in; null where there is none.</param>
/// <param name="Hash">Of its film: <see cref="PreparationResult.Hash"/>.</param>
public sealed record HashedImage(string Image, string Patient, string? Part, PerceptualHash Hash);
