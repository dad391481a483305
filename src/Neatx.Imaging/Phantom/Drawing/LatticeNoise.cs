using System.Numerics;
using Neatx.Core.Statistics;

namespace Neatx.Imaging.Phantom.Drawing;

/// <summary>
/// Smooth noise with a stated grain: random values on a square lattice in centimetres, joined by cubic B-splines. It is a function of the
/// place on the film and not of the pixel, so that a film shows the same noise at every size. Mean 0, standard deviation about 1.
/// </summary>
internal sealed class LatticeNoise
{
    /// <summary>Half the width of what is covered, centimetres.</summary>
    private const float Reach = 21;

    /// <summary>The standard deviation that B-splines leave of the lattice's.</summary>
    private const float Smoothing = .479f;

    private readonly float[] _lattice;
    private readonly int _side;
    private readonly float _perCentimetre;
    private readonly float[][] _spread = new float[4][];
    private readonly int[] _spreadOf = [-1, -1, -1, -1];

    /// <param name="spacing">The grain, centimetres.</param>
    /// <param name="deviation">The standard deviation.</param>
    public LatticeNoise(float spacing, float deviation, RandomStream random)
    {
        _perCentimetre = 1 / spacing;
        _side = (int)MathF.Ceiling(2 * Reach / spacing) + 4;
        _lattice = new float[_side * _side];
        var scale = deviation / Smoothing / 37837f;
        foreach (ref var value in _lattice.AsSpan()) value = scale * NearNormal(random.NextUInt64());
    }

    /// <summary>The noise at one place.</summary>
    public float At(Vector2 place)
    {
        var (left, wx) = Place(place.X);
        var (top, wy) = Place(place.Y);
        var sum = 0f;
        for (var row = 0; row < 4; row++)
        {
            var line = _lattice.AsSpan(((top + row) * _side) + left, 4);
            sum += wy[row] * ((wx[0] * line[0]) + (wx[1] * line[1]) + (wx[2] * line[2]) + (wx[3] * line[3]));
        }

        return sum;
    }

    /// <summary>Adds <paramref name="amount"/> times the noise to a row of pixels. Rows are best asked for from top to bottom. Not for several threads at once.</summary>
    public void AddRow(float y, float firstX, float pitch, float amount, Span<float> row)
    {
        var (top, weights) = Place(y);
        var (a, b, c, d) = (Spread(top, firstX, pitch, row.Length), Spread(top + 1, firstX, pitch, row.Length),
            Spread(top + 2, firstX, pitch, row.Length), Spread(top + 3, firstX, pitch, row.Length));
        var pixel = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var (va, vb, vc, vd) = (new Vector<float>(amount * weights[0]), new Vector<float>(amount * weights[1]),
                new Vector<float>(amount * weights[2]), new Vector<float>(amount * weights[3]));
            for (; pixel <= row.Length - Vector<float>.Count; pixel += Vector<float>.Count)
            {
                var sum = (va * new Vector<float>(a, pixel)) + (vb * new Vector<float>(b, pixel));
                sum += (vc * new Vector<float>(c, pixel)) + (vd * new Vector<float>(d, pixel));
                (new Vector<float>(row[pixel..]) + sum).CopyTo(row[pixel..]);
            }
        }

        for (; pixel < row.Length; pixel++)
        {
            var sum = (amount * weights[0] * a[pixel]) + (amount * weights[1] * b[pixel]);
            row[pixel] += sum + ((amount * weights[2] * c[pixel]) + (amount * weights[3] * d[pixel]));
        }
    }

    /// <summary>The sum of four uniform numbers of 16 bits: normal enough for grain, and cheap.</summary>
    private static float NearNormal(ulong bits) =>
        (float)((int)(ushort)bits + (int)(ushort)(bits >> 16) + (int)(ushort)(bits >> 32) + (int)(ushort)(bits >> 48) - 131070);

    private static Vector4 Weights(float t)
    {
        var u = 1 - t;
        return new Vector4(u * u * u, (3 * t * t * t) - (6 * t * t) + 4, (3 * u * u * u) - (6 * u * u) + 4, t * t * t) / 6;
    }

    private (int First, Vector4 Weights) Place(float coordinate)
    {
        var position = Math.Clamp((coordinate + Reach) * _perCentimetre, 0, _side - 4.001f);
        var first = (int)position;
        return (first, Weights(position - first));
    }

    /// <summary>A lattice row interpolated at every pixel; the last four are kept, which a walk down the film uses again and again.</summary>
    private float[] Spread(int latticeRow, float firstX, float pitch, int length)
    {
        var slot = latticeRow & 3;
        if (_spreadOf[slot] == latticeRow && _spread[slot].Length == length) return _spread[slot];
        var spread = _spread[slot]?.Length == length ? _spread[slot] : new float[length];
        for (var pixel = 0; pixel < length; pixel++)
        {
            var (left, w) = Place(firstX + (pitch * pixel));
            var four = _lattice.AsSpan((latticeRow * _side) + left, 4);
            spread[pixel] = (w.X * four[0]) + (w.Y * four[1]) + (w.Z * four[2]) + (w.W * four[3]);
        }

        (_spread[slot], _spreadOf[slot]) = (spread, latticeRow);
        return spread;
    }
}
