using System.Runtime.InteropServices;

namespace Neatx.Imaging.Films;

/// <summary>Where the first row and the first column of a stored image belong, numbered as in EXIF: 1 is upright.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Orientation(bool Transposed, bool MirroredHorizontally, bool MirroredVertically)
{
    /// <summary>By EXIF's tag 0x0112; values outside 1 to 8 mean nothing and count as upright.</summary>
    public static Orientation OfExif(int tag) => tag switch
    {
        2 => new(false, true, false),
        3 => new(false, true, true),
        4 => new(false, false, true),
        5 => new(true, false, false),
        6 => new(true, true, false),
        7 => new(true, true, true),
        8 => new(true, false, true),
        _ => default,
    };

    /// <summary>Nothing is to be turned.</summary>
    public bool IsUpright => this == default;

    /// <summary>Turns an image upright: transposed first, then mirrored.</summary>
    public Film Upright(Film film)
    {
        if (IsUpright) return film;
        var (width, height) = Transposed ? (film.Height, film.Width) : (film.Width, film.Height);
        var source = film.Pixels.Span;
        var target = new ushort[film.Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            var row = MirroredVertically ? height - 1 - y : y;
            for (var x = 0; x < width; x++)
            {
                var column = MirroredHorizontally ? width - 1 - x : x;
                target[(y * width) + x] = Transposed ? source[(column * film.Width) + row] : source[(row * film.Width) + column];
            }
        }

        return new Film(width, height, target, film.Highest);
    }
}
