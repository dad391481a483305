namespace Neatx.Learning.Weights.Matching;

/// <summary>A tensor of a file that a network has no use for, and that it is right to leave.</summary>
/// <param name="Reason">Why, as a phrase.</param>
public sealed record UnusedTensor(StoredTensor Tensor, string Reason);
