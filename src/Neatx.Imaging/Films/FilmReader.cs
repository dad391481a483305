using Neatx.Imaging.Dicom;
using NetVips;

namespace Neatx.Imaging.Films;

/// <summary>
/// Reads films: gray, RGB, RGBA and palette PNG of up to 16 bits, gray and RGB JPEG, and plain DICOM. What a file is shows in its first
/// bytes, never in its name. The result is gray (<see cref="GrayRule"/>), upright, in full depth.
/// </summary>
/// <param name="limits">What is accepted; the defaults when null.</param>
public sealed class FilmReader(FilmLimits? limits = null)
{
    private const string Again = "Get the file again from its source.";
    private static readonly byte[] JpegEnd = [0xFF, 0xD9];

    /// <summary>What is accepted.</summary>
    public FilmLimits Limits { get; } = limits ?? new FilmLimits();

    /// <summary>Reads a file. Whatever it holds, the answer is a film or a refusal.</summary>
    /// <exception cref="Core.NeatxException">libvips is missing on this system.</exception>
    public FilmResult Read(string path)
    {
        try
        {
            return Decode(FileContent.Of(path, Limits));
        }
        catch (RefusedFilmException refused)
        {
            return FilmResult.Refused(refused.Refusal);
        }
    }

    /// <summary>Reads the content of a file. Whatever it holds, the answer is a film or a refusal.</summary>
    /// <exception cref="Core.NeatxException">libvips is missing on this system.</exception>
    public FilmResult Decode(byte[] content)
    {
        try
        {
            return FilmResult.Of(Film(content));
        }
        catch (RefusedFilmException refused)
        {
            return FilmResult.Refused(refused.Refusal);
        }
    }

    private Film Film(byte[] content)
    {
        if (FileKind.IsPng(content)) return Png(content);
        if (FileKind.IsJpeg(content)) return Jpeg(content);
        if (FileKind.IsDicom(content)) return DicomFilm.Decode(content, Limits);
        var (what, nextStep) = FileKind.Other(content);
        throw new RefusedFilmException(RefusalReason.Unsupported, $"It is {what}; PNG, JPEG or DICOM was expected.", nextStep);
    }

    private Film Png(byte[] content)
    {
        var (width, height) = PngChunks.Size(content);
        PixelLimit.Check(width, height, Limits);
        if (PngChunks.Incomplete(content) is { } incomplete) throw new RefusedFilmException(incomplete);
        try
        {
            return LibvipsDecoder.Decode(content, Limits);
        }
        catch (VipsException)
        {
            throw new RefusedFilmException(PngChunks.Damage(content));
        }
    }

    private Film Jpeg(byte[] content)
    {
        try
        {
            return LibvipsDecoder.Decode(content, Limits);
        }
        catch (VipsException)
        {
            throw content.AsSpan().LastIndexOf(JpegEnd) < 0
                ? new RefusedFilmException(RefusalReason.Truncated, $"The JPEG file ends after {content.Length:N0} bytes, before its end marker.", Again)
                : new RefusedFilmException(RefusalReason.Unreadable, "The JPEG file is damaged: its pixels cannot be decoded.", Again);
        }
    }
}
