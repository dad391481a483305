using Neatx.Core.Training;
using Neatx.Imaging;

namespace Neatx.Bench.Works;

/// <summary>Films from their files to 512 x 512 as the paper prepares them, on all cores, without a cache.</summary>
internal sealed class PreprocessWork(string[] paths) : IWork
{
    private readonly PreparedImages _images = new(new PreprocessingOptions());

    /// <summary>The mean and two pixels of each.</summary>
    public IReadOnlyList<double> Run() => [.. _images.PrepareAll(paths).SelectMany(result => Values(result.Image!))];

    private static double[] Values(PreparedImage image)
    {
        var sum = 0L;
        var pixels = image.Pixels.Span;
        foreach (var pixel in pixels) sum += pixel;
        return [sum / (double)pixels.Length / PreparedImage.One, Pixel(image, 200, 150), Pixel(image, 400, 300)];
    }

    private static double Pixel(PreparedImage image, int row, int column) => image.Pixels.Span[(row * image.Size) + column] / (double)PreparedImage.One;
}
