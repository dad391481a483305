namespace Neatx.Core.Splits;

/// <summary>One image of a split, as split files list it.</summary>
/// <param name="Image">The image's id.</param>
/// <param name="Patient">Its patient's id.</param>
/// <param name="Part">The name of the part it lies in.</param>
public sealed record SplitMember(string Image, string Patient, string Part);
