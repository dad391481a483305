namespace Neatx.Core.Campaign;

/// <summary>Images that came into a campaign together: consecutive numbers of one pool.</summary>
/// <param name="Pool">What they are for.</param>
/// <param name="First">The number of the first, one after the last there was.</param>
/// <param name="Count">How many; at least 1.</param>
/// <param name="Sha256">Of the list of names, patients and datasets, so that the log vouches for the table of images.</param>
public sealed record AddedImages(ImagePool Pool, int First, int Count, string Sha256);
