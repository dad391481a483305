namespace Neatx.Imaging.Tests;

/// <summary>Small films of noise, each other by its number.</summary>
internal static class SyntheticFilms
{
    public static string[] Write(TempFolder folder, int count, int side = 40) =>
        [.. Enumerable.Range(0, count).Select(number => folder.Write($"film{number:D3}.png", Noise(number, side, ushort.MaxValue)))];

    /// <param name="seed">Which noise.</param>
    /// <param name="side">Width and height.</param>
    /// <param name="highest">The largest value, which occurs.</param>
    public static byte[] Noise(int seed, int side, int highest)
    {
        var random = new Random(seed);
        return MadePng.Gray16(side, side, (x, y) => (ushort)(x + y == 0 ? highest : random.Next(highest)));
    }
}
