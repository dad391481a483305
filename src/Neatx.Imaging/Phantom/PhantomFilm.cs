namespace Neatx.Imaging.Phantom;

/// <summary>A rendered film: square, gray, 16 bits a pixel, air black (MONOCHROME2), as a reader faces the patient: the patient's left is on the right.</summary>
public sealed class PhantomFilm
{
    private readonly ushort[] _pixels;
    private readonly byte[][]? _masks;

    internal PhantomFilm(PhantomScene scene, int size, ushort[] pixels, PhantomLandmarks landmarks, byte[][]? masks) =>
        (Scene, Size, _pixels, Landmarks, _masks) = (scene, size, pixels, landmarks, masks);

    /// <summary>What it was rendered from.</summary>
    public PhantomScene Scene { get; }

    /// <summary>Width and height in pixels.</summary>
    public int Size { get; }

    /// <summary><see cref="Size"/> rows of <see cref="Size"/> pixels, 0 black to 65,535 white.</summary>
    public ReadOnlySpan<ushort> Pixels => _pixels;

    /// <summary>Where the patient's parts are.</summary>
    public PhantomLandmarks Landmarks { get; }

    /// <summary>Whether masks were asked for.</summary>
    public bool HasMasks => _masks is not null;

    /// <summary>Where something is: a byte a pixel, row by row, 255 inside and 0 outside. All 0 when the film does not show it.</summary>
    /// <exception cref="InvalidOperationException">The film was rendered without masks.</exception>
    public ReadOnlySpan<byte> Mask(PhantomRegion region) => _masks is { } masks
        ? masks[(int)region]
        : throw new InvalidOperationException("This film was rendered without masks. Ask for them when rendering.");
}
