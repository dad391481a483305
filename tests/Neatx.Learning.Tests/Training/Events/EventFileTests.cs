using System.Buffers.Binary;
using Google.Protobuf;
using Neatx.Learning.Training.Events;

namespace Neatx.Learning.Tests.Training.Events;

public sealed class EventFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("neatx-events-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Add_Scalars_AreFramedRecordsWithTheirChecksums()
    {
        using (var file = new EventFile(_folder.FullName, 5, TimeProvider.System)) file.Add(5, [new("loss/train", .5), new("auc/mean", .75)]);
        var records = Records();
        Assert.Equal(3, records.Count);
        Assert.Contains("brain.Event:2", System.Text.Encoding.UTF8.GetString(records[0]));
        Assert.Equal([("loss/train", .5f), ("auc/mean", .75f)], Scalars(records[2]));
    }

    [Fact]
    public void Name_OfFile_IsOneThatTensorBoardLooksFor()
    {
        new EventFile(_folder.FullName, 1, TimeProvider.System).Dispose();
        Assert.StartsWith("events.out.tfevents.", Assert.Single(_folder.GetFiles()).Name);
    }

    private List<byte[]> Records()
    {
        var bytes = File.ReadAllBytes(Assert.Single(_folder.GetFiles()).FullName).AsSpan();
        var records = new List<byte[]>();
        while (bytes.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            Assert.Equal(MaskedCrc.Of(bytes[..8]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
            var data = bytes.Slice(12, length);
            Assert.Equal(MaskedCrc.Of(data), BinaryPrimitives.ReadUInt32LittleEndian(bytes[(12 + length)..]));
            records.Add(data.ToArray());
            bytes = bytes[(16 + length)..];
        }

        return records;
    }

    private static List<(string, float)> Scalars(byte[] record)
    {
        var scalars = new List<(string, float)>();
        foreach (var summary in Fields(record, 5))
            foreach (var value in Fields(summary, 1))
                scalars.Add((System.Text.Encoding.UTF8.GetString(Assert.Single(Fields(value, 1))), BitConverter.ToSingle(value, value.Length - sizeof(float))));
        return scalars;
    }

    private static List<byte[]> Fields(byte[] message, int number)
    {
        var fields = new List<byte[]>();
        var stream = new CodedInputStream(message);
        while (stream.ReadTag() is > 0 and var tag)
        {
            if (WireFormat.GetTagFieldNumber(tag) == number) fields.Add(stream.ReadBytes().ToByteArray());
            else stream.SkipLastField();
        }

        return fields;
    }
}
