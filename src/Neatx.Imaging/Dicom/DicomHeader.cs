using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Dicom;

/// <summary>The elements of a data set that say how its pixels are meant. Values are checked when they are asked for.</summary>
internal sealed class DicomHeader
{
    private const uint ModalityLut = 0x0028_3000, FloatPixels = 0x7FE0_0008, DoublePixels = 0x7FE0_0009;

    private static readonly HashSet<uint> Wanted =
    [
        PatientOrientation, SamplesPerPixel, Photometric, Frames, Rows, Columns, BitsAllocated, BitsStored, HighBit, Signed, Padding, PaddingLimit, Intercept, Slope,
    ];

    private readonly Dictionary<uint, byte[]> values = [];
    private readonly bool bigEndian;

    private DicomHeader(bool bigEndian) => this.bigEndian = bigEndian;

    public const uint PatientOrientation = 0x0020_0020, SamplesPerPixel = 0x0028_0002, Photometric = 0x0028_0004, Frames = 0x0028_0008, Rows = 0x0028_0010,
        Columns = 0x0028_0011, BitsAllocated = 0x0028_0100, BitsStored = 0x0028_0101, HighBit = 0x0028_0102, Signed = 0x0028_0103, Padding = 0x0028_0120,
        PaddingLimit = 0x0028_0121, Intercept = 0x0028_1052, Slope = 0x0028_1053, PixelData = 0x7FE0_0010;

    private const int LongestValue = 1 << 10;

    /// <summary>Reads up to the pixels; the cursor stands before them.</summary>
    /// <exception cref="RefusedFilmException">There are none, or the values pass through a table before they are pixels.</exception>
    public static DicomHeader Read(ReadOnlySpan<byte> data, ref DicomCursor cursor, bool bigEndian)
    {
        var header = new DicomHeader(bigEndian);
        while (!cursor.AtEnd && cursor.PeekTag() != PixelData)
        {
            var element = cursor.Next();
            if (element.Tag is FloatPixels or DoublePixels) throw Refused("pixels that are fractions");
            if (element.Tag == ModalityLut && element.Length != 0) throw Refused("pixels that are looked up in a table (0028,3000)");
            if (Wanted.Contains(element.Tag) && element.Length <= LongestValue)
                header.values[element.Tag] = data.Slice(element.Start, (int)element.Length).ToArray();
            cursor.Skip(element);
        }

        if (cursor.AtEnd)
            throw new RefusedFilmException(
                RefusalReason.Unsupported,
                "It is a DICOM file without pixels (7FE0,0010).",
                "Leave it out: it is a report or a part of another file.");
        return header;
    }

    /// <summary>A whole number of 16 bits, or what is meant where it is absent.</summary>
    /// <exception cref="RefusedFilmException">It is absent and must not be, or is no such number.</exception>
    public int Number(uint tag, int? absent = null, bool signed = false)
    {
        if (!values.TryGetValue(tag, out var value) || value.Length == 0)
            return absent ?? throw new RefusedFilmException(RefusalReason.Unreadable, $"The DICOM file lacks {DicomElement.Name(tag)}.", DicomFilm.Again);
        if (value.Length != 2) throw Wrong(tag, $"{value.Length} bytes where 2 are due");
        var number = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(value) : BinaryPrimitives.ReadUInt16LittleEndian(value);
        return signed ? (short)number : number;
    }

    /// <summary>A decimal number written as text, or what is meant where it is absent.</summary>
    /// <exception cref="RefusedFilmException">It is no finite number.</exception>
    public double Decimal(uint tag, double absent)
    {
        var text = Text(tag);
        if (text.Length == 0) return absent;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong(tag, $"'{text}' where a number is due");
    }

    /// <summary>Without the blanks that fill it up; empty where absent.</summary>
    public string Text(uint tag) => values.TryGetValue(tag, out var value) ? Encoding.Latin1.GetString(value).Trim(' ', '\0') : "";

    public bool Has(uint tag) => values.TryGetValue(tag, out var value) && value.Length > 0;

    /// <summary>A kind of DICOM that no plain film is.</summary>
    public static RefusedFilmException Refused(string found) => new(
        RefusalReason.Unsupported, $"It is a DICOM file that is not read: it has {found}.", "Convert it with Debian's dcmtk: dcmj2pnm +on2 IN OUT.png");

    /// <summary>An element that cannot be meant.</summary>
    public static RefusedFilmException Wrong(uint tag, string found) =>
        new(RefusalReason.Unreadable, $"The DICOM file is damaged: {DicomElement.Name(tag)} holds {found}.", DicomFilm.Again);
}
