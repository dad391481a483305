using Neatx.Core.Statistics;
using Neatx.Imaging;

namespace Neatx.Learning.Tests.Driving;

/// <summary>Images of a seed: a smooth field with noise, brightest value 65,535.</summary>
internal static class Films
{
    public static PreparedImage[] Of(int count, int size, ulong seed = 1) => [.. Enumerable.Range(0, count).Select(index => One(size, new RandomStream(seed, (ulong)index)))];

    private static PreparedImage One(int size, RandomStream random)
    {
        var (across, down) = (random.NextDouble() * 9, random.NextDouble() * 9);
        var pixels = new ushort[size * size];
        for (var index = 0; index < pixels.Length; index++)
        {
            var (row, column) = (index / size / (double)size, index % size / (double)size);
            pixels[index] = (ushort)(65535 * ((.35 * (1 + Math.Sin((across * column) + (down * row)))) + (.3 * random.NextDouble())));
        }

        pixels[size] = PreparedImage.One;
        return new PreparedImage(size, pixels);
    }
}
