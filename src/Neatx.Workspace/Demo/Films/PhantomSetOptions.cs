using System.Globalization;
using Neatx.Imaging.Phantom;

namespace Neatx.Workspace.Demo.Films;

/// <summary>What may be chosen about a set of phantom films.</summary>
public sealed record PhantomSetOptions
{
    /// <summary>The most images of a set.</summary>
    public const int MostImages = 1_000_000;

    /// <summary>The seed of everything. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Default: 1,000.</summary>
    /// <exception cref="NeatxException">Not between 1 and <see cref="MostImages"/>.</exception>
    public int Images
    {
        get;
        init => field = Within(value, 1, MostImages, "--images");
    } = 1_000;

    /// <summary>Width and height of the films, pixels. Default: 512.</summary>
    /// <exception cref="NeatxException">Smaller or larger than the renderer can.</exception>
    public int Size
    {
        get;
        init => field = Within(value, PhantomRenderer.SmallestSize, PhantomRenderer.LargestSize, "--size");
    } = 512;

    /// <summary>
    /// The phi coefficient of chest drain and pneumothorax over images, (P11 - P1 P2) / sqrt(P1 (1 - P1) P2 (1 - P2)); it leaves both
    /// prevalences as they are. Default: .4.
    /// </summary>
    public double DrainPneumothorax { get; init; } = .4;

    /// <summary>Default: NIH-CXR14.</summary>
    public PhantomTableFormat Format { get; init; } = PhantomTableFormat.Nih;

    /// <summary>Whether films are made, and not the tables alone. Default: true.</summary>
    public bool WithFilms { get; init; } = true;

    /// <summary>Whether masks are written, too. Default: false.</summary>
    public bool WithMasks { get; init; }

    /// <summary>Films made at the same time; the bytes do not depend on it. Default: the machine's processors.</summary>
    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether a film of each of the first 24 patients is shown on a page. Default: false.</summary>
    public bool WithContactSheet { get; init; }

    private static int Within(int value, int least, int most, string option) => value >= least && value <= most
        ? value
        : throw new NeatxException(string.Create(CultureInfo.InvariantCulture, $"{option}: expected a whole number from {least:N0} to {most:N0}, got {value}."));
}
