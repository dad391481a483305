using Neatx.Core.Training;
using Neatx.Imaging.Duplicates;
using Neatx.Imaging.Films;
using Neatx.Imaging.Resizing;

namespace Neatx.Imaging;

/// <summary>Turns films into the input of a network, as the options say. Safe for use by many threads.</summary>
public sealed class Preprocessor
{
    /// <summary>Grows when the same film and options would give other pixels; part of the key of every cache.</summary>
    public const int Version = 1;

    private readonly FilmReader reader;

    /// <param name="options">What is done.</param>
    /// <param name="limits">What a film may ask of this machine; the defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is not between 1 and 8,192.</exception>
    public Preprocessor(PreprocessingOptions options, FilmLimits? limits = null)
    {
        if (options.Size is < 1 or > 8192) throw new ArgumentOutOfRangeException(nameof(options), options.Size, "The size must be between 1 and 8,192.");
        Options = options;
        reader = new FilmReader(limits);
    }

    public PreprocessingOptions Options { get; }

    /// <summary>Reads and prepares a film. Whatever the file holds, the answer is an image or a refusal.</summary>
    /// <exception cref="Core.NeatxException">libvips is missing on this system.</exception>
    public PreparationResult Prepare(string path) => Prepare(path, reader.Read(path));

    /// <summary>Prepares a film from the content of its file.</summary>
    /// <param name="path">What the result calls it.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="Core.NeatxException">libvips is missing on this system.</exception>
    public PreparationResult Prepare(string path, byte[] content) => Prepare(path, reader.Decode(content));

    /// <summary>Prepares a decoded film.</summary>
    /// <param name="path">What the result calls it.</param>
    /// <param name="film">The film.</param>
    public PreparationResult Prepare(string path, Film film)
    {
        var pixels = film.Pixels.Span;
        var range = PixelRange.Of(pixels);
        if (range.Lowest == range.Highest)
        {
            var detail = $"Every pixel has the value {range.Lowest}; there is no image.";
            return PreparationResult.Refused(path, new Refusal(RefusalReason.Constant, detail, "Leave it out."));
        }

        var box = Options.CropBorder ? range.WithoutBorder(pixels, film.Width, film.Height) : new FilmBox(0, 0, film.Width, film.Height);
        var size = Options.Size;
        var (width, height) = Options.KeepAspect ? Fit(box, size) : (size, size);
        var target = new ushort[size * size];
        FilmResizer.Resize(
            pixels,
            film.Width,
            box,
            AxisWeights.Of(box.Width, width, Options.Resampling),
            AxisWeights.Of(box.Height, height, Options.Resampling),
            (float)PreparedImage.One / (Options.DivideByMaximum ? range.Highest : film.Highest),
            target.AsSpan(((size - height) / 2 * size) + ((size - width) / 2)),
            size);
        return PreparationResult.Of(path, new PreparedImage(size, target), PerceptualHash.Of(film, range.Highest));
    }

    private PreparationResult Prepare(string path, FilmResult read) =>
        read.TryGet(out var film, out var refusal) ? Prepare(path, film) : PreparationResult.Refused(path, refusal);

    /// <summary>The longer side becomes the size; the shorter keeps the ratio, rounded down, at least 1.</summary>
    private static (int Width, int Height) Fit(FilmBox box, int size) => box.Width >= box.Height
        ? (size, (int)Math.Max(1, (long)box.Height * size / box.Width))
        : ((int)Math.Max(1, (long)box.Width * size / box.Height), size);
}
