using System.Security.Cryptography;
using Neatx.Learning.Weights.Keras;
using Neatx.Learning.Weights.Torch;

namespace Neatx.Learning.Weights;

/// <summary>
/// A file of weights, read whole: named tensors as they stand in it. Nothing in a file is ever run. What each reader refuses is in
/// docs/guide/weights.md; names are made torchvision's.
/// </summary>
public sealed class WeightsFile
{
    private WeightsFile(string path, WeightsFormat format, string sha256, long length, WeightsContent content) =>
        (Path, Format, Sha256, Length, Tensors, Metadata, Notes) = (path, format, sha256, length, content.Tensors, content.Metadata, content.Notes);

    /// <summary>As it was given.</summary>
    public string Path { get; }

    public WeightsFormat Format { get; }

    /// <summary>Of the bytes that were read, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>In the order of the file; names are unique.</summary>
    public IReadOnlyList<StoredTensor> Tensors { get; }

    /// <summary>What the writer added, text by text; only safetensors have it.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>What was passed over or done to get at the tensors, a phrase each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Reads a file by what it is, whatever it is called.</summary>
    /// <param name="path">A safetensors file, a .pth of PyTorch or an .h5 of Keras.</param>
    /// <param name="limits">What is accepted; the defaults when null.</param>
    /// <exception cref="NeatxException">There is no such file, or it holds no weights that can be read; with what it holds instead.</exception>
    public static WeightsFile Open(string path, ReadLimits? limits = null)
    {
        if (!File.Exists(path)) throw new NeatxException(Directory.Exists(path) ? $"'{path}' is a folder; a file of weights was expected." : $"there is no file '{path}'.");
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var start = new byte[WeightsSignature.Length];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (WeightsSignature.Of(start, file.Length) is not { } format)
            throw new NeatxException(Wording.Sentence($"'{path}' holds no weights: {WeightsSignature.WhyNoWeights(start)}") + " Read are safetensors, PyTorch's .pth and Keras' .h5.");
        file.Position = 0;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        file.Position = 0;
        try
        {
            return new WeightsFile(path, format, sha256, file.Length, Read(format, file, limits ?? new ReadLimits()));
        }
        catch (Exception mistake) when (mistake is InvalidDataException or EndOfStreamException)
        {
            throw new NeatxException(Wording.Sentence($"'{path}' cannot be read as {WordsFor(format)}: {mistake.Message}"), mistake);
        }
    }

    /// <summary>"safetensors", "PyTorch (zip)", ...</summary>
    public static string WordsFor(WeightsFormat format) => format switch
    {
        WeightsFormat.Safetensors => "safetensors",
        WeightsFormat.PyTorchZip => "weights of PyTorch (zip)",
        WeightsFormat.PyTorchLegacy => "weights of PyTorch (before 1.6)",
        _ => "weights of Keras (HDF5)",
    };

    private static WeightsContent Read(WeightsFormat format, FileStream file, ReadLimits limits) => format switch
    {
        WeightsFormat.Safetensors => SafetensorsReader.Read(file, limits),
        WeightsFormat.PyTorchZip => TorchZipReader.Read(file, limits),
        WeightsFormat.PyTorchLegacy => LegacyTorch.Read(file, limits),
        _ => KerasReader.Read(file, limits),
    };
}
