namespace Neatx.Imaging.Phantom;

/// <summary>Capitals, digits and a few signs, three pixels wide and five high: for captions, where no font can be counted on.</summary>
internal static class PixelText
{
    private const string Signs = " +-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const byte Ink = 200;

    /// <summary>The rows of each sign from the top, three bits each.</summary>
    private static readonly string[] Rows =
    [
        "00000", "02720", "00700", "00002", "11244",
        "75557", "26227", "71747", "71317", "55711", "74717", "74757", "71122", "75757", "75717",
        "25755", "65656", "34443", "65556", "74647", "74644", "34553", "55755", "72227", "11152", "55655", "44447", "57755",
        "65555", "75557", "75744", "75563", "65655", "34216", "72222", "55557", "55552", "55775", "55255", "55222", "71247",
    ];

    /// <summary>Writes a line. What does not fit, and signs that are not known, are left out.</summary>
    /// <param name="page">Gray pixels, <paramref name="width"/> a row.</param>
    /// <param name="room">The width that the text may take, pixels.</param>
    public static void Draw(byte[] page, int width, int left, int top, int room, string text, int scale)
    {
        var at = 0;
        foreach (var letter in text.ToUpperInvariant())
        {
            var sign = Signs.IndexOf(letter, StringComparison.Ordinal);
            if (sign < 0) continue;
            if ((at + 3) * scale > room) return;
            for (var y = 0; y < 5 * scale; y++)
            {
                var row = Rows[sign][y / scale] - '0';
                for (var x = 0; x < 3 * scale; x++)
                    if ((row >> (2 - (x / scale)) & 1) != 0) page[((top + y) * width) + left + (at * scale) + x] = Ink;
            }

            at += 4;
        }
    }
}
