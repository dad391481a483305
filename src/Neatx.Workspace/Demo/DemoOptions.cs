using System.Globalization;

namespace Neatx.Workspace.Demo;

/// <summary>What may be chosen about the demo. The claims of protocols/demo.yaml are stated for the defaults.</summary>
public sealed record DemoOptions
{
    /// <summary>The fewest images of the NIH-like archive: the reviewed sets and the sample that the protocol asks for must fit in it, whatever the seed.</summary>
    public const int FewestImages = 10_000;

    /// <summary>The most images of the NIH-like archive.</summary>
    public const int MostImages = 1_000_000;

    private readonly int _images = 12_000;

    /// <summary>The seed of everything that is simulated. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The smallest films from which networks learn anything.</summary>
    public const int SmallestFilm = 64;

    /// <summary>The largest films.</summary>
    public const int LargestFilm = 3_000;

    private readonly int _filmSize = 128;

    /// <summary>Whether films of the rated images are made, from which networks are trained. Default: true.</summary>
    public bool Films { get; init; } = true;

    /// <summary>Width and height of the films, pixels. Default: 128.</summary>
    /// <exception cref="NeatxException">Not between <see cref="SmallestFilm"/> and <see cref="LargestFilm"/>.</exception>
    public int FilmSize
    {
        get => _filmSize;
        init => _filmSize = value is >= SmallestFilm and <= LargestFilm
            ? value
            : throw new NeatxException(string.Create(
                CultureInfo.InvariantCulture, $"--film-size: expected a whole number from {SmallestFilm} to {LargestFilm:N0}, got {value}. Leave it out for {new DemoOptions().FilmSize}."));
    }

    /// <summary>The images of the NIH-like archive. Default: 12,000.</summary>
    /// <exception cref="NeatxException">Not between <see cref="FewestImages"/> and <see cref="MostImages"/>.</exception>
    public int Images
    {
        get => _images;
        init => _images = value is >= FewestImages and <= MostImages
            ? value
            : throw new NeatxException(string.Create(
                CultureInfo.InvariantCulture,
                $"--images: expected a whole number from {FewestImages:N0} to {MostImages:N0}, got {value}. Leave it out for {new DemoOptions().Images:N0}."));
    }
}
