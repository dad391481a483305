using System.Buffers.Binary;
using System.Text;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Dicom;

/// <summary>
/// Reads plain DICOM films: one frame, one gray channel of 8 or 16 bits, uncompressed or JPEG baseline. Little or big end first, types of
/// values named or not. Whatever else there is, is refused with the command that converts it.
/// </summary>
internal static class DicomFilm
{
    public const string Again = "Get the file again from its source.";

    private const int MetaStart = 132;
    private const uint MetaGroup = 2, TransferSyntaxUid = 0x0002_0010;

    /// <param name="content">The whole file, known to begin as DICOM.</param>
    /// <param name="limits">What its header may announce.</param>
    /// <exception cref="RefusedFilmException">It is not read, and why.</exception>
    public static Film Decode(byte[] content, FilmLimits limits)
    {
        var syntax = TransferSyntax.Of(ReadSyntax(content, out var start));
        var cursor = new DicomCursor(content, start, syntax.Explicit, syntax.BigEndian);
        var header = DicomHeader.Read(content, ref cursor, syntax.BigEndian);
        var form = PixelForm.Of(header, limits);
        var element = cursor.Next();
        var stored = syntax.Jpeg ? Decompressed(content, cursor, element, form, limits) : Plain(content, element, form, syntax.BigEndian);
        return PatientView.Of(header.Text(DicomHeader.PatientOrientation)).Upright(form.ToFilm(stored));
    }

    /// <summary>The transfer syntax, from the group before the data set.</summary>
    private static string ReadSyntax(byte[] content, out int start)
    {
        var uid = "";
        var meta = new DicomCursor(content, MetaStart, explicitVr: true, bigEndian: false);
        while (!meta.AtEnd && meta.PeekTag() >> 16 == MetaGroup)
        {
            var element = meta.Next();
            if (element.Tag == TransferSyntaxUid && element.Length <= 64)
                uid = Encoding.ASCII.GetString(content, element.Start, (int)element.Length).TrimEnd('\0', ' ');
            meta.Skip(element);
        }

        start = meta.Position;
        return uid.Length > 0
            ? uid
            : throw new RefusedFilmException(RefusalReason.Unreadable, "The DICOM file does not say how it is stored: (0002,0010) is missing.", Again);
    }

    private static ushort[] Plain(byte[] content, DicomElement element, PixelForm form, bool bigEndian)
    {
        var pixels = form.Width * form.Height;
        var bytes = (long)pixels * form.BitsAllocated / 8;
        if (element.Length == DicomElement.Undefined) throw DicomHeader.Wrong(element.Tag, "packed pixels, though they are said to be plain");
        if (element.Length < bytes)
            throw new RefusedFilmException(
                RefusalReason.Truncated, $"The DICOM file holds {element.Length:N0} bytes of pixels; {form.Width} x {form.Height} of them need {bytes:N0}.", Again);
        var data = content.AsSpan(element.Start, (int)bytes);
        var stored = GC.AllocateUninitializedArray<ushort>(pixels);
        if (form.BitsAllocated == 8)
        {
            for (var i = 0; i < stored.Length; i++) stored[i] = data[i];
        }
        else
        {
            for (var i = 0; i < stored.Length; i++)
                stored[i] = bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(data[(2 * i)..]) : BinaryPrimitives.ReadUInt16LittleEndian(data[(2 * i)..]);
        }

        return stored;
    }

    private static ushort[] Decompressed(byte[] content, DicomCursor cursor, DicomElement element, PixelForm form, FilmLimits limits)
    {
        if (element.Length != DicomElement.Undefined) throw DicomHeader.Wrong(element.Tag, "plain pixels, though they are said to be packed");
        using var jpeg = new MemoryStream();
        // The first item is a table of where frames begin, which one frame does not need.
        _ = cursor.TryFragment(out _);
        while (cursor.TryFragment(out var fragment)) jpeg.Write(fragment);
        var image = jpeg.ToArray();
        if (!FileKind.IsJpeg(image)) throw DicomHeader.Wrong(element.Tag, "no JPEG image, though it is said to");
        var read = new FilmReader(limits).Decode(image);
        if (read.Refusal is { } refusal) throw new RefusedFilmException(refusal);
        if (read.Film!.Width != form.Width || read.Film.Height != form.Height || form.BitsStored != 8)
            throw DicomHeader.Wrong(
                element.Tag,
                $"a JPEG image of {read.Film.Width} x {read.Film.Height} pixels; its header announces "
                + $"{form.Width} x {form.Height} of {form.BitsStored} bits");
        return read.Film.Pixels.ToArray();
    }
}
