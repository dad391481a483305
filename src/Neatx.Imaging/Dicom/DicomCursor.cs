using System.Buffers.Binary;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Dicom;

/// <summary>Goes through the elements of a data set. Nothing is trusted: every length is held against what is left of the file.</summary>
/// <param name="data">The whole file.</param>
/// <param name="start">Where the first element begins.</param>
/// <param name="explicitVr">Elements name the type of their value.</param>
/// <param name="bigEndian">Numbers begin with their highest byte.</param>
internal ref struct DicomCursor(ReadOnlySpan<byte> data, int start, bool explicitVr, bool bigEndian)
{
    private const uint Item = 0xFFFE_E000, ItemEnd = 0xFFFE_E00D, SequenceEnd = 0xFFFE_E0DD;
    private const int DeepestSequence = 32;

    private readonly ReadOnlySpan<byte> data = data;
    private readonly bool bigEndian = bigEndian;

    /// <summary>Where the next element begins.</summary>
    public int Position { get; private set; } = start;

    public readonly bool AtEnd => Position >= data.Length;

    /// <summary>The tag of the next element; the cursor stays.</summary>
    /// <exception cref="RefusedFilmException">The file ends before.</exception>
    public readonly uint PeekTag()
    {
        Need(4);
        return ((uint)UInt16(Position) << 16) | UInt16(Position + 2);
    }

    /// <summary>Reads the head of the next element; the cursor stands at its value.</summary>
    /// <exception cref="RefusedFilmException">The file ends before.</exception>
    public DicomElement Next()
    {
        var tag = PeekTag();
        Need(8);
        var at = Position;
        uint length;
        var unknown = false;
        if (!explicitVr || tag >> 16 == Item >> 16)
        {
            length = UInt32(at + 4);
            Position = at + 8;
        }
        else if (HasLongLength(data.Slice(at + 4, 2), at))
        {
            Need(12);
            length = UInt32(at + 8);
            unknown = data.Slice(at + 4, 2).SequenceEqual("UN"u8);
            Position = at + 12;
        }
        else
        {
            length = UInt16(at + 6);
            Position = at + 8;
        }

        if (length != DicomElement.Undefined && length > data.Length - Position)
            throw new RefusedFilmException(
                RefusalReason.Truncated,
                $"The DICOM file ends after {data.Length:N0} bytes, within the element {DicomElement.Name(tag)} that begins at byte {at:N0} and announces {length:N0}.",
                DicomFilm.Again);
        return new DicomElement(tag, Position, length, unknown);
    }

    /// <summary>Goes on behind the value of an element.</summary>
    /// <exception cref="RefusedFilmException">It is a sequence that is cut off, too deep, or holds something else than items.</exception>
    public void Skip(DicomElement element) => Skip(element, 1);

    /// <summary>The next fragment of encapsulated pixels; false at their end.</summary>
    /// <exception cref="RefusedFilmException">There is something else.</exception>
    public bool TryFragment(out ReadOnlySpan<byte> fragment)
    {
        var item = Next();
        fragment = default;
        if (item.Tag == SequenceEnd) return false;
        if (item.Tag != Item || item.Length == DicomElement.Undefined) throw NoItem(item);
        fragment = data.Slice(item.Start, (int)item.Length);
        Position = item.Start + (int)item.Length;
        return true;
    }

    private void Skip(DicomElement element, int depth)
    {
        if (element.Length != DicomElement.Undefined)
        {
            Position = element.Start + (int)element.Length;
        }
        else if (element.Unknown)
        {
            var inner = new DicomCursor(data, Position, explicitVr: false, bigEndian: false);
            inner.SkipItems(depth);
            Position = inner.Position;
        }
        else
        {
            SkipItems(depth);
        }
    }

    private void SkipItems(int depth)
    {
        if (depth > DeepestSequence)
            throw new RefusedFilmException(RefusalReason.Unreadable, $"The DICOM file nests more than {DeepestSequence} sequences.", DicomFilm.Again);
        for (var item = Next(); item.Tag != SequenceEnd; item = Next())
        {
            if (item.Tag != Item) throw NoItem(item);
            if (item.Length != DicomElement.Undefined)
            {
                Position = item.Start + (int)item.Length;
                continue;
            }

            for (var inner = Next(); inner.Tag != ItemEnd; inner = Next()) Skip(inner, depth + 1);
        }
    }

    /// <summary>Two reserved bytes and four of length, instead of two of length.</summary>
    private static bool HasLongLength(ReadOnlySpan<byte> vr, int at)
    {
        if (!char.IsAsciiLetterUpper((char)vr[0]) || !char.IsAsciiLetterUpper((char)vr[1]))
            throw new RefusedFilmException(
                RefusalReason.Unreadable, $"The DICOM file is damaged: the element at byte {at:N0} has no type where one is due.", DicomFilm.Again);
        return vr[0] == 'O' || vr.SequenceEqual("SQ"u8) || vr.SequenceEqual("UN"u8) || vr.SequenceEqual("UT"u8) || vr.SequenceEqual("UC"u8)
            || vr.SequenceEqual("UR"u8) || vr.SequenceEqual("SV"u8) || vr.SequenceEqual("UV"u8);
    }

    private static RefusedFilmException NoItem(DicomElement found) => new(
        RefusalReason.Unreadable, $"The DICOM file is damaged: {DicomElement.Name(found.Tag)} before byte {found.Start:N0}, where an item is due.", DicomFilm.Again);

    private readonly void Need(int bytes)
    {
        if (data.Length - Position < bytes)
            throw new RefusedFilmException(RefusalReason.Truncated, $"The DICOM file ends after {data.Length:N0} bytes, where an element is due.", DicomFilm.Again);
    }

    private readonly ushort UInt16(int at) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(data[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);

    private readonly uint UInt32(int at) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(data[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(data[at..]);
}
