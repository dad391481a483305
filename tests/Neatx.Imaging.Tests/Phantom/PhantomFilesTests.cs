using Neatx.Imaging.Films;
using Neatx.Imaging.Phantom;

namespace Neatx.Imaging.Tests.Phantom;

public sealed class PhantomFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_Film_IsReadBackAsItWas()
    {
        var (film, path) = Written("film.png");
        var read = new FilmReader().Read(path).Film!;
        Assert.Equal((film.Size, film.Size, ushort.MaxValue), (read.Width, read.Height, read.Highest));
        Assert.True(read.Pixels.Span.SequenceEqual(film.Pixels));
    }

    [Fact]
    public void WriteMask_Film_IsReadBackAsItWas()
    {
        var film = PhantomRenderer.Render(Scenes.Of(1), 70, withMasks: true);
        var path = Path.Combine(_folder.Path, "mask.png");
        PhantomFiles.WriteMask(film, PhantomRegion.Lungs, path);
        var read = new FilmReader().Read(path).Film!;
        Assert.Equal(byte.MaxValue, read.Highest);
        Assert.Equal(film.Mask(PhantomRegion.Lungs).ToArray().Select(pixel => (ushort)pixel), read.Pixels.ToArray());
    }

    [Fact]
    public void Holds_FilmOfTheSameScene_IsTrueAndOfAnotherFalse()
    {
        var (film, path) = Written("film.png");
        Assert.True(PhantomFiles.Holds(path, PhantomFiles.KeyOf(film.Scene, film.Size)));
        Assert.False(PhantomFiles.Holds(path, PhantomFiles.KeyOf(film.Scene, film.Size + 1)));
        Assert.False(PhantomFiles.Holds(path, PhantomFiles.KeyOf(film.Scene with { Difficulty = .31 }, film.Size)));
        Assert.False(PhantomFiles.Holds(path, PhantomFiles.KeyOf(film.Scene with { PatientSeed = 3 }, film.Size)));
    }

    [Fact]
    public void Holds_FileCutShortOrAbsent_IsFalse()
    {
        var (film, path) = Written("film.png");
        var (key, bytes) = (PhantomFiles.KeyOf(film.Scene, film.Size), File.ReadAllBytes(path));
        foreach (var length in (int[])[0, 20, 100, bytes.Length / 2, bytes.Length - 1])
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.False(PhantomFiles.Holds(path, key));
        }

        File.Delete(path);
        Assert.False(PhantomFiles.Holds(path, key));
    }

    [Fact]
    public void Write_ContactSheet_ShowsEveryFilmWithItsCaption()
    {
        var path = Path.Combine(_folder.Path, "sheet.png");
        ContactSheet.Write(path, [.. Enumerable.Range(0, 5).Select(number => (Scenes.Of(number), $"F{number} AP drain"))], columns: 3, tile: 64);
        var sheet = new FilmReader().Read(path).Film!;
        Assert.Equal(((3 * 68) + 4, (2 * 82) + 4), (sheet.Width, sheet.Height));
        // The caption of the first film is below it, and nothing is below the empty sixth place.
        Assert.Contains((ushort)200, sheet.Pixels.Span.Slice(72 * sheet.Width, 64).ToArray());
        Assert.DoesNotContain((ushort)200, sheet.Pixels.Span.Slice((154 * sheet.Width) + 140, 60).ToArray());
    }

    private (PhantomFilm Film, string Path) Written(string name)
    {
        var film = PhantomRenderer.Render(Scenes.Of(1, PhantomFindings.ChestDrain), 90);
        var path = Path.Combine(_folder.Path, name);
        PhantomFiles.Write(film, path);
        return (film, path);
    }
}
