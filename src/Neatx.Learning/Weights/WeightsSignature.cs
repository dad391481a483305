using System.Buffers.Binary;
using System.Text;
using Neatx.Learning.Weights.Torch;

namespace Neatx.Learning.Weights;

/// <summary>What a file is, by its first bytes; names lie.</summary>
internal static class WeightsSignature
{
    /// <summary>Bytes needed to tell.</summary>
    public const int Length = 512;

    private static readonly (byte[] Start, string What)[] Others =
    [
        ([0x1f, 0x8b], "it is compressed by gzip. Decompress it: gunzip FILE"),
        ([0xfd, 0x37, 0x7a, 0x58, 0x5a], "it is compressed by xz. Decompress it: unxz FILE"),
        ([0x28, 0xb5, 0x2f, 0xfd], "it is compressed by zstd. Decompress it: unzstd FILE"),
        ([0x93, .. "NUMPY"u8], "it is a single NumPy array. Weights need names: save them as safetensors"),
        ([.. "GGUF"u8], "it is a language model in GGUF"),
        ([.. "PAR1"u8], "it is a table in Parquet"),
        ([.. "version https://git-lfs"u8], "it is a Git LFS pointer. Fetch the file itself: git lfs pull"),
    ];

    /// <summary>The format, or null when it is none that can be read.</summary>
    public static WeightsFormat? Of(ReadOnlySpan<byte> start, long length)
    {
        if (start.StartsWith("PK\x03\x04"u8)) return WeightsFormat.PyTorchZip;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a])) return WeightsFormat.KerasHdf5;
        if (start.Length > 2 && start[0] == 0x80 && start[1] is >= 2 and <= 5 && start[2..].StartsWith(LegacyTorch.Magic)) return WeightsFormat.PyTorchLegacy;
        return start.Length > 8 && start[8] == '{' && BinaryPrimitives.ReadUInt64LittleEndian(start) <= (ulong)length ? WeightsFormat.Safetensors : null;
    }

    /// <summary>What the file is instead of weights, with what to do.</summary>
    public static string WhyNoWeights(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) return "it is empty. Download or save it again";
        foreach (var (signature, what) in Others)
            if (start.StartsWith(signature)) return what;
        if (start[0] == 0x80 && start.Length > 1 && start[1] is >= 2 and <= 5)
            return "it is a Python pickle that torch.save did not write. Save the tensors with torch.save(model.state_dict(), FILE)";
        if (start.Length > 262 && start[257..].StartsWith("ustar"u8))
            return "it is a tar archive, as PyTorch before 0.1.10 wrote. Load it in Python and save it again with torch.save";
        var text = Encoding.UTF8.GetString(start).TrimStart();
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return "it is a web page, often what a download leaves that needs a login. Download the file again";
        if (text.StartsWith('<')) return "it is XML, often what a store answers that refuses a download. Download the file again";
        return text.StartsWith('{') || text.StartsWith('[') ? "it is JSON" : "its first bytes are of no format known here";
    }
}
