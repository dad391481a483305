using System.Buffers.Binary;
using System.Globalization;
using Google.Protobuf;

namespace Neatx.Learning.Training.Events;

/// <summary>
/// An event file that TensorBoard reads: TFRecords (length, its checksum, data, their checksum) of tensorflow.Event messages, of which only
/// scalars are written. A run that continues begins a new file whose first event says from which step on it takes the place of earlier ones.
/// For people only: times of day are in it, so it is no part of what a run promises to repeat.
/// </summary>
internal sealed class EventFile : IDisposable
{
    // Field numbers of tensorflow/core/util/event.proto and framework/summary.proto.
    private const int WallTime = 1, Step = 2, FileVersion = 3, Summary = 5, SessionLog = 7;
    private const int SummaryValue = 1, Tag = 1, SimpleValue = 2;
    private const int Status = 1, Start = 1;

    private readonly FileStream _stream;
    private readonly TimeProvider _clock;

    /// <param name="folder">The run folder.</param>
    /// <param name="next">The first step that will be written.</param>
    /// <param name="clock">The time of day.</param>
    public EventFile(string folder, int next, TimeProvider clock)
    {
        _clock = clock;
        var stamp = clock.GetUtcNow();
        var name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{stamp.ToUnixTimeSeconds():0000000000}.{next:000000}.neatx");
        _stream = new FileStream(Path.Combine(folder, name), FileMode.Create, FileAccess.Write, FileShare.Read);
        Write(stream =>
        {
            stream.WriteTag(FileVersion, WireFormat.WireType.LengthDelimited);
            stream.WriteString("brain.Event:2");
        }, 0);
        Write(stream => WriteMessage(stream, SessionLog, log =>
        {
            log.WriteTag(Status, WireFormat.WireType.Varint);
            log.WriteInt32(Start);
        }), next);
        _stream.Flush();
    }

    /// <summary>Writes the scalars of one step.</summary>
    public void Add(int step, IEnumerable<KeyValuePair<string, double>> scalars)
    {
        Write(stream => WriteMessage(stream, Summary, summary =>
        {
            foreach (var (tag, value) in scalars)
            {
                WriteMessage(summary, SummaryValue, entry =>
                {
                    entry.WriteTag(Tag, WireFormat.WireType.LengthDelimited);
                    entry.WriteString(tag);
                    entry.WriteTag(SimpleValue, WireFormat.WireType.Fixed32);
                    entry.WriteFloat((float)value);
                });
            }
        }), step);
        _stream.Flush();
    }

    public void Dispose() => _stream.Dispose();

    private static void WriteMessage(CodedOutputStream stream, int field, Action<CodedOutputStream> write)
    {
        stream.WriteTag(field, WireFormat.WireType.LengthDelimited);
        stream.WriteBytes(ByteString.CopyFrom(Bytes(write)));
    }

    private static byte[] Bytes(Action<CodedOutputStream> write)
    {
        using var memory = new MemoryStream();
        using (var stream = new CodedOutputStream(memory, leaveOpen: true)) write(stream);
        return memory.ToArray();
    }

    private void Write(Action<CodedOutputStream> what, int step)
    {
        var data = Bytes(stream =>
        {
            stream.WriteTag(WallTime, WireFormat.WireType.Fixed64);
            stream.WriteDouble((_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
            stream.WriteTag(Step, WireFormat.WireType.Varint);
            stream.WriteInt64(step);
            what(stream);
        });
        Span<byte> frame = stackalloc byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(frame, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[8..], MaskedCrc.Of(frame[..8]));
        _stream.Write(frame);
        _stream.Write(data);
        BinaryPrimitives.WriteUInt32LittleEndian(frame, MaskedCrc.Of(data));
        _stream.Write(frame[..4]);
    }
}
