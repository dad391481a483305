namespace Neatx.Core.Campaign;

/// <summary>What a rater was given when asking for work.</summary>
/// <param name="Given">The rater's open images, newly reserved or reserved for longer, in the order of rating.</param>
/// <param name="Released">Images that were taken back, as others have rated them meanwhile.</param>
public sealed record AssignedWork(IReadOnlyList<Assignment> Given, IReadOnlyList<Assignment> Released);
