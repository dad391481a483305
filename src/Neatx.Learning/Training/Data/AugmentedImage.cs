using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Imaging;

namespace Neatx.Learning.Training.Data;

/// <summary>
/// A training image as one epoch sees it: rotated, scaled and shifted about its centre by bilinear interpolation, outside 0; brighter or
/// darker up to what 16 bits hold; perhaps mirrored. All drawn uniformly within the options.
/// </summary>
internal static class AugmentedImage
{
    public static PreparedImage Of(PreparedImage image, Augmentation options, ref RandomStream random)
    {
        var angle = Between(ref random, options.Rotation) * Math.PI / 180;
        var zoom = 1 + Between(ref random, options.Scale);
        var (right, down) = (Between(ref random, options.Shift) * image.Size, Between(ref random, options.Shift) * image.Size);
        var brightness = (float)(1 + Between(ref random, options.Brightness));
        var mirror = random.NextBool() && options.Mirror ? -1 : 1;

        // From the place of a pixel in the result back to where it comes from.
        var (across, along) = ((float)(Math.Cos(angle) / zoom), (float)(Math.Sin(angle) / zoom));
        var size = image.Size;
        var centre = (size - 1) / 2f;
        var pixels = new ushort[size * size];
        var source = image.Pixels.Span;
        for (var y = 0; y < size; y++)
        {
            var fromCentreY = y - centre - (float)down;
            for (var x = 0; x < size; x++)
            {
                var fromCentreX = x - centre - (float)right;
                var sourceX = (mirror * ((across * fromCentreX) + (along * fromCentreY))) + centre;
                var sourceY = (across * fromCentreY) - (along * fromCentreX) + centre;
                pixels[(y * size) + x] = (ushort)Math.Clamp(MathF.Round(Sample(source, size, sourceX, sourceY) * brightness), 0, PreparedImage.One);
            }
        }

        return new PreparedImage(size, pixels);
    }

    private static double Between(ref RandomStream random, double most) => ((2 * random.NextDouble()) - 1) * most;

    private static float Sample(ReadOnlySpan<ushort> source, int size, float x, float y)
    {
        var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var (right, below) = (x - left, y - top);
        return ((1 - below) * (((1 - right) * At(source, size, left, top)) + (right * At(source, size, left + 1, top))))
            + (below * (((1 - right) * At(source, size, left, top + 1)) + (right * At(source, size, left + 1, top + 1))));
    }

    private static float At(ReadOnlySpan<ushort> source, int size, int x, int y) => (uint)x < (uint)size && (uint)y < (uint)size ? source[(y * size) + x] : 0f;
}
