namespace Neatx.Learning.Features;

/// <summary>Where the features of an image are.</summary>
internal sealed record StoredFeature(Segment Segment, int Place, UInt128 Checksum);
