using System.Buffers.Binary;
using System.Numerics;

namespace Neatx.Imaging.Caching;

/// <summary>Reads bits, the highest of a byte first; beyond the end there are zeros, and <see cref="Overran"/> tells.</summary>
/// <param name="bytes">What is read.</param>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;
    private ulong ahead;
    private int aheadBits;

    /// <summary>More was read than there is.</summary>
    public bool Overran { get; private set; }

    /// <param name="bits">0 to 32.</param>
    public uint Read(int bits)
    {
        if (bits == 0) return 0;
        if (aheadBits < bits) Fill();
        if (aheadBits < bits)
        {
            Overran = true;
            return 0;
        }

        var value = (uint)(ahead >> (64 - bits));
        ahead <<= bits;
        aheadBits -= bits;
        return value;
    }

    /// <summary>Counts zeros up to the next one, and reads that too.</summary>
    public int ReadZeros()
    {
        for (var zeros = 0; ;)
        {
            if (aheadBits == 0) Fill();
            if (aheadBits == 0)
            {
                Overran = true;
                return 0;
            }

            var leading = Math.Min(BitOperations.LeadingZeroCount(ahead), aheadBits);
            zeros += leading;
            if (leading < aheadBits)
            {
                ahead = ahead << leading << 1;
                aheadBits -= leading + 1;
                return zeros;
            }

            (ahead, aheadBits) = (0, 0);
        }
    }

    private void Fill()
    {
        if (at + 4 <= bytes.Length && aheadBits <= 32)
        {
            ahead |= (ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]) << (32 - aheadBits);
            aheadBits += 32;
            at += 4;
            return;
        }

        while (aheadBits <= 56 && at < bytes.Length)
        {
            ahead |= (ulong)bytes[at++] << (56 - aheadBits);
            aheadBits += 8;
        }
    }
}
