using System.Text.Json;

namespace Neatx.Learning.Weights;

/// <summary>
/// The header of a safetensors file: a JSON object of tensors by name. Read strictly: every name once, every member known, and the
/// tensors tile the rest of the file without a gap or an overlap, so that no byte of it is unaccounted for.
/// </summary>
/// <param name="Entries">In the order of their bytes.</param>
/// <param name="Metadata">What the writer added, text by text.</param>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    private const string MetadataName = "__metadata__";

    /// <param name="json">The header's bytes, without its length.</param>
    /// <param name="dataLength">Bytes that follow the header.</param>
    /// <exception cref="InvalidDataException">It is not as it should be.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, long dataLength, ReadLimits limits)
    {
        if (json.IsEmpty || json[0] != '{') throw new InvalidDataException("the header does not begin with '{'");
        var entries = new List<SafetensorsEntry>();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            ReadMembers(json, entries, metadata, limits);
        }
        catch (JsonException mistake)
        {
            throw new InvalidDataException($"the header is no JSON object of tensors (byte {mistake.BytePositionInLine ?? 0:N0}). It is damaged or was written by a faulty program", mistake);
        }
        catch (InvalidOperationException mistake)
        {
            throw new InvalidDataException("a text in the header is no valid Unicode", mistake);
        }

        entries.Sort((left, right) => (left.Begin, left.End).CompareTo((right.Begin, right.End)));
        CheckTiles(entries, dataLength);
        return new SafetensorsHeader(entries, metadata);
    }

    private static void ReadMembers(ReadOnlySpan<byte> json, List<SafetensorsEntry> entries, Dictionary<string, string> metadata, ReadLimits limits)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4 });
        var names = new HashSet<string>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!names.Add(name)) throw new InvalidDataException($"{Wording.Quote(name)} is named twice in the header, so it is open which of the two is meant");
            if (name.Length == 0) throw new InvalidDataException("a tensor in the header has no name");
            if (names.Count > limits.MaxTensors) throw new InvalidDataException($"it holds more than {limits.MaxTensors:N0} tensors");
            reader.Read();
            if (name == MetadataName) ReadMetadata(ref reader, metadata);
            else entries.Add(SafetensorsEntryReader.Read(ref reader, name));
        }

        // Anything but blanks after the object is refused here.
        while (reader.Read())
        {
        }
    }

    private static void ReadMetadata(ref Utf8JsonReader reader, Dictionary<string, string> metadata)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new InvalidDataException($"'{MetadataName}' in the header is no object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String) throw new InvalidDataException($"{Wording.Quote(name)} in '{MetadataName}' is no text");
            if (!metadata.TryAdd(name, reader.GetString()!)) throw new InvalidDataException($"{Wording.Quote(name)} is named twice in '{MetadataName}'");
        }
    }

    private static void CheckTiles(List<SafetensorsEntry> entries, long dataLength)
    {
        long end = 0;
        foreach (var entry in entries)
        {
            if (entry.Begin < end) throw new InvalidDataException($"{Wording.Quote(entry.Name)} begins at byte {entry.Begin:N0}, within another tensor, which ends at {end:N0}");
            if (entry.Begin > end) throw new InvalidDataException($"there is a gap of {entry.Begin - end:N0} bytes before {Wording.Quote(entry.Name)}");
            if (entry.End > dataLength)
                throw new InvalidDataException($"the file is cut off: {Wording.Quote(entry.Name)} ends at byte {entry.End:N0} of the data, of which {dataLength:N0} are there. Download or save it again");
            end = entry.End;
        }

        if (end != dataLength) throw new InvalidDataException($"{dataLength - end:N0} bytes at the end belong to no tensor");
    }
}
