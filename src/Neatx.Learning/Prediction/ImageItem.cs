namespace Neatx.Learning.Prediction;

/// <summary>An image that is to be scored.</summary>
/// <param name="Image">Its id, unique; what the label set calls it.</param>
/// <param name="Path">Its file.</param>
public sealed record ImageItem(string Image, string Path);
