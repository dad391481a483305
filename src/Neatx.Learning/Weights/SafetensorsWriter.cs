using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neatx.Learning.Weights;

/// <summary>
/// Writes safetensors. The same tensors and metadata give the same bytes: wider elements come first, so that all are aligned, and of
/// equally wide ones the order is that of their names. Tensors are asked for one after another and never held together.
/// </summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>Writes a file that appears whole or not at all.</summary>
    /// <param name="path">Replaced if it is there.</param>
    /// <param name="tensors">Names are unique; "__metadata__" is no name.</param>
    /// <param name="metadata">Added to the header.</param>
    /// <exception cref="ArgumentException">A name is empty, reserved or there twice, or a tensor gives other bytes than planned.</exception>
    public static void Write(string path, IEnumerable<PlannedTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        PlannedTensor[] planned = [.. tensors];
        AtomicFile.Write(path, stream => Write(stream, planned, metadata));
    }

    /// <summary>Writes tensors that are in memory.</summary>
    /// <inheritdoc cref="Write(string, IEnumerable{PlannedTensor}, IReadOnlyDictionary{string, string}?)"/>
    public static void Write(string path, IEnumerable<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null) =>
        Write(path, tensors.Select(PlannedTensor.Of), metadata);

    /// <summary>Writes to a stream, for instance one that is part of a larger file.</summary>
    /// <inheritdoc cref="Write(string, IEnumerable{PlannedTensor}, IReadOnlyDictionary{string, string}?)"/>
    public static void Write(Stream stream, IEnumerable<PlannedTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        PlannedTensor[] ordered =
        [
            .. tensors.OrderByDescending(tensor => DataTypes.SizeOf(tensor.Type)).ThenBy(tensor => tensor.Type).ThenBy(tensor => tensor.Name, StringComparer.Ordinal),
        ];
        var header = Header(ordered, metadata);
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in ordered)
        {
            var content = tensor.Read();
            if (content.Length != tensor.Length())
                throw new ArgumentException($"'{tensor.Name}' was planned with {tensor.Length():N0} bytes and came with {content.Length:N0}.", nameof(tensors));
            stream.Write(content.Span);
        }
    }

    private static byte[] Header(IEnumerable<PlannedTensor> ordered, IReadOnlyDictionary<string, string>? metadata)
    {
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 }) WriteMetadata(json, metadata);
            WriteTensors(json, ordered);
            json.WriteEndObject();
        }

        // The data begin at a multiple of eight bytes; blanks after the object are allowed for that.
        while (header.Length % Alignment != 0) header.WriteByte((byte)' ');
        return header.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject("__metadata__");
        foreach (var (name, text) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) json.WriteString(name, text);
        json.WriteEndObject();
    }

    private static void WriteTensors(Utf8JsonWriter json, IEnumerable<PlannedTensor> ordered)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "__metadata__", "" };
        long begin = 0;
        foreach (var tensor in ordered)
        {
            if (!names.Add(tensor.Name)) throw new ArgumentException($"A tensor cannot be named '{tensor.Name}': it is reserved, empty or there twice.", nameof(ordered));
            json.WriteStartObject(tensor.Name);
            json.WriteString("dtype", SafetensorsTypes.CodeOf(tensor.Type));
            WriteNumbers(json, "shape", tensor.Shape);
            var end = begin + tensor.Length();
            WriteNumbers(json, "data_offsets", [begin, end]);
            json.WriteEndObject();
            begin = end;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
