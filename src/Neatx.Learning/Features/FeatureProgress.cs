namespace Neatx.Learning.Features;

/// <summary>How far features are.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Images that are behind it, in this phase.</param>
/// <param name="Total">Images of this phase.</param>
public sealed record FeatureProgress(FeaturePhase Phase, int Done, int Total);
