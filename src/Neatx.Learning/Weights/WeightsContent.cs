namespace Neatx.Learning.Weights;

/// <summary>What a reader found in a file.</summary>
/// <param name="Tensors">Names are unique.</param>
/// <param name="Metadata">What the writer added, text by text.</param>
/// <param name="Notes">What was passed over or done to get at the tensors, a phrase each.</param>
internal sealed record WeightsContent(IReadOnlyList<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata, IReadOnlyList<string> Notes);
