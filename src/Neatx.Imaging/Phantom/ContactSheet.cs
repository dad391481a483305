namespace Neatx.Imaging.Phantom;

/// <summary>Many small films on one page, each with a line of text below it.</summary>
public static class ContactSheet
{
    private const int Margin = 4;
    private const int TextScale = 2;
    private const int TextHeight = (5 * TextScale) + (2 * Margin);

    /// <summary>Renders the scenes anew, at the size of a tile, and writes the page as a gray PNG of 8 bits.</summary>
    /// <param name="films">Scenes and captions, in reading order; captions are shown in capitals, as far as they fit.</param>
    /// <param name="columns">Films in a row.</param>
    /// <param name="tile">Width and height of a film, pixels.</param>
    /// <exception cref="ArgumentException">There is no film.</exception>
    public static void Write(string path, IReadOnlyList<(PhantomScene Scene, string Caption)> films, int columns = 6, int tile = 256)
    {
        if (films.Count == 0) throw new ArgumentException("A contact sheet has at least one film.", nameof(films));
        var rows = (films.Count + columns - 1) / columns;
        var (width, height) = ((columns * (tile + Margin)) + Margin, (rows * (tile + TextHeight)) + Margin);
        var page = new byte[width * height];
        Parallel.For(0, films.Count, index =>
        {
            var (left, top) = ((index % columns * (tile + Margin)) + Margin, (index / columns * (tile + TextHeight)) + Margin);
            var pixels = PhantomRenderer.Render(films[index].Scene, tile).Pixels;
            for (var y = 0; y < tile; y++)
                for (var x = 0; x < tile; x++) page[((top + y) * width) + left + x] = (byte)(pixels[(y * tile) + x] >> 8);
            PixelText.Draw(page, width, left, top + tile + Margin, tile, films[index].Caption, TextScale);
        });
        PhantomFiles.WriteGray(page, width, height, path);
    }
}
