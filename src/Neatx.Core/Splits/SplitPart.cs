namespace Neatx.Core.Splits;

/// <summary>One part of a split.</summary>
/// <param name="Name">For instance "train".</param>
/// <param name="Share">The share of images that it is to have, in [0, 1]. A part with share 0 gets only patients that a rule puts there.</param>
public sealed record SplitPart(string Name, double Share)
{
    public const string Train = "train";
    public const string Validation = "validation";
    public const string Test = "test";
}
