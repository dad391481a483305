using System.Buffers.Binary;

namespace Neatx.Learning.Weights;

/// <summary>Reads a safetensors file: eight bytes of header length, the header, the tensors.</summary>
internal static class SafetensorsReader
{
    private const int LengthBytes = sizeof(ulong);

    /// <exception cref="InvalidDataException">The file is not as it should be.</exception>
    public static WeightsContent Read(Stream file, ReadLimits limits)
    {
        var start = new byte[LengthBytes];
        file.ReadExactly(start);
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(start);
        if (headerLength > (ulong)limits.MaxHeader) throw new InvalidDataException($"its header would be {headerLength:N0} bytes long; {limits.MaxHeader:N0} are the most that is read");
        if ((long)headerLength > file.Length - LengthBytes)
            throw new InvalidDataException($"the file is cut off within its header of {headerLength:N0} bytes. Download or save it again");
        var json = new byte[(int)headerLength];
        file.ReadExactly(json);
        var dataLength = file.Length - LengthBytes - (long)headerLength;
        if (dataLength > limits.MaxBytes) throw new InvalidDataException($"it holds {dataLength:N0} bytes of tensors; {limits.MaxBytes:N0} are the most that is read");
        var header = SafetensorsHeader.Parse(json, dataLength, limits);
        var tensors = new List<StoredTensor>(header.Entries.Count);
        foreach (var entry in header.Entries)
        {
            var content = new byte[StorageSize.Of(entry.End - entry.Begin, entry.Name)];
            file.ReadExactly(content);
            tensors.Add(new StoredTensor(entry.Name, entry.Type, entry.Shape, content));
        }

        return new WeightsContent(tensors, header.Metadata, []);
    }
}
