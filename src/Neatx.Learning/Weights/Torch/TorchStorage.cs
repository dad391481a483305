namespace Neatx.Learning.Weights.Torch;

/// <summary>A storage that a pickle names: a run of elements in the file, which tensors look into.</summary>
/// <param name="Key">Its name in the file.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Count">Elements of the whole storage.</param>
/// <param name="Start">The first element that this view of it begins with; 0 but in files of before 0.4.</param>
/// <param name="Visible">Elements of this view.</param>
internal sealed record TorchStorage(string Key, DataType Type, long Count, long Start, long Visible);
