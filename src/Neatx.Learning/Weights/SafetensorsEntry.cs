namespace Neatx.Learning.Weights;

/// <summary>Where a tensor lies in a safetensors file.</summary>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
/// <param name="End">One past its last byte.</param>
internal readonly record struct SafetensorsEntry(string Name, DataType Type, IReadOnlyList<long> Shape, long Begin, long End);
