using System.Buffers.Binary;

namespace Neatx.Imaging.Caching;

/// <summary>Writes bits, the highest of a byte first.</summary>
/// <param name="capacity">Bytes that will probably do.</param>
internal sealed class BitWriter(int capacity)
{
    private byte[] bytes = new byte[Math.Max(16, capacity * 2)];
    private int length;
    private ulong pending;
    private int pendingBits;

    /// <param name="value">Below two to the power of <paramref name="bits"/>.</param>
    /// <param name="bits">0 to 32.</param>
    public void Write(uint value, int bits)
    {
        pending = (pending << bits) | value;
        pendingBits += bits;
        if (pendingBits < 32) return;
        pendingBits -= 32;
        if (length + 4 > bytes.Length) Array.Resize(ref bytes, bytes.Length * 2);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(length), (uint)(pending >> pendingBits));
        length += 4;
    }

    public void WriteZeros(int count)
    {
        for (; count > 32; count -= 32) Write(0, 32);
        Write(0, count);
    }

    /// <summary>All that was written, filled up to whole bytes.</summary>
    public byte[] Finish()
    {
        var rest = (pendingBits + 7) / 8;
        var all = new byte[length + rest];
        bytes.AsSpan(0, length).CopyTo(all);
        var last = pending << (64 - pendingBits);
        for (var i = 0; i < rest; i++) all[length + i] = (byte)(last >> (56 - (8 * i)));
        return all;
    }
}
