using System.Runtime.InteropServices;
using NetVips;

namespace Neatx.Learning.Tests.Driving;

/// <summary>Films as 16-bit PNG files.</summary>
internal static class FilmFiles
{
    /// <summary>Writes films of a seed: film-000.png, film-001.png, ...</summary>
    public static string[] Write(string folder, int count, int size, ulong seed = 1)
    {
        Directory.CreateDirectory(folder);
        return [.. Films.Of(count, size, seed).Select((film, index) =>
        {
            var path = Path.Combine(folder, $"film-{index:000}.png");
            using var image = Image.NewFromMemoryCopy(MemoryMarshal.AsBytes(film.Pixels.Span).ToArray(), size, size, 1, Enums.BandFormat.Ushort);
            using var gray = image.Copy(interpretation: Enums.Interpretation.Grey16);
            gray.Pngsave(path, bitdepth: 16);
            return path;
        })];
    }
}
