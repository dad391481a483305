using Neatx.Imaging.Films;

namespace Neatx.Imaging.Tests.Dicom;

/// <summary>DICOM files written by pydicom; Fixtures/make-dicom.py makes them.</summary>
public sealed class DicomFilmTests
{
    [Theory]
    [InlineData("explicit")]
    [InlineData("implicit")]
    [InlineData("bigendian")]
    [InlineData("overlay")]
    [InlineData("right")]
    [InlineData("head")]
    [InlineData("turned")]
    [InlineData("lateral")]
    public void Read_SameFilmInAnyForm_IsUprightAsStored(string name) => AssertFilm(name, 4095, (x, y) => Stored(x, y));

    [Fact]
    public void Read_EightBits_KeepsValues() => AssertFilm("eight", 255, (x, y) => Stored(x, y) / 2);

    [Fact]
    public void Read_Monochrome1_IsTurnedOver() => AssertFilm("monochrome1", 4095, (x, y) => 4095 - Stored(x, y));

    [Fact]
    public void Read_NegativeValues_AreMovedUpToZero() => AssertFilm("signed", 2047 + 195, (x, y) => Stored(x, y) - 5);

    [Fact]
    public void Read_SignedButPositive_StaysAsStored() => AssertFilm("signed-positive", 32_767, (x, y) => Stored(x, y));

    [Fact]
    public void Read_NegativeIntercept_IsMovedUpToZero() => AssertFilm("intercept", 4095 - 5, (x, y) => Stored(x, y) - 5);

    [Fact]
    public void Read_Slope_KeepsStoredStepsAndAddsTheInterceptInThem() => AssertFilm("slope", 4095 + 10, (x, y) => Stored(x, y) + 10);

    [Fact]
    public void Read_Padding_IsBlack() => AssertFilm("padding", 4095, (x, y) => Stored(x, y) is >= 5 and <= 25 ? 0 : Stored(x, y));

    [Fact]
    public void Read_JpegBaseline_IsDecoded()
    {
        Assert.True(new FilmReader().Read(TestFile.Path("Fixtures/jpeg.dcm")).TryGet(out var film, out var refusal), refusal?.ToString());
        Assert.True(new FilmReader().Read(TestFile.Path("Fixtures/gray.jpg")).TryGet(out var plain, out _));

        Assert.Equal((24, 16, byte.MaxValue), (film.Width, film.Height, film.Highest));
        Assert.Equal(plain.Pixels.ToArray(), film.Pixels.ToArray());
    }

    [Theory]
    [InlineData("refused-rle", "RLE", "dcmj2pnm +on2 IN OUT.png")]
    [InlineData("refused-jpeg2000", "JPEG 2000", "gdcmconv --raw IN OUT.dcm")]
    [InlineData("refused-deflated", "deflated", "dcmconv +te IN OUT.dcm")]
    [InlineData("refused-colour", "3 channels, not one", "dcmj2pnm")]
    [InlineData("refused-frames", "2 frames, not one", "dcmj2pnm")]
    [InlineData("refused-highbit", "do not begin at the lowest bit", "dcmj2pnm")]
    [InlineData("refused-slope", "a rescale slope of -1", "dcmj2pnm")]
    [InlineData("refused-lut", "(0028,3000)", "dcmj2pnm")]
    public void Read_KindThatIsNotRead_IsUnsupportedAndNamesTheConversion(string name, string found, string command) =>
        AssertRefused(File.ReadAllBytes(TestFile.Path($"Fixtures/{name}.dcm")), RefusalReason.Unsupported, found, command);

    [Fact]
    public void Read_FewerPixelsThanAnnounced_IsTruncated() =>
        AssertRefused(File.ReadAllBytes(TestFile.Path("Fixtures/short.dcm")), RefusalReason.Truncated, "48 bytes of pixels; 6 x 5 of them need 60");

    [Fact]
    public void Read_AbsurdSize_IsTooLarge() =>
        AssertRefused(File.ReadAllBytes(TestFile.Path("Fixtures/huge.dcm")), RefusalReason.TooLarge, "65,535 x 65,535");

    [Fact]
    public void Decode_WithoutPreamble_NamesTheRemedy() =>
        AssertRefused(File.ReadAllBytes(TestFile.Path("Fixtures/explicit.dcm"))[132..], RefusalReason.Unsupported, "without its preamble", "dcmconv");

    [Theory]
    [InlineData("explicit")]
    [InlineData("implicit")]
    [InlineData("jpeg")]
    public void Decode_CutOffAnywhere_IsRefused(string name)
    {
        var content = File.ReadAllBytes(TestFile.Path($"Fixtures/{name}.dcm"));
        for (var length = 132; length < content.Length; length++) Assert.NotNull(new FilmReader().Decode(content[..length]).Refusal);
    }

    [Theory]
    [InlineData("explicit")]
    [InlineData("implicit")]
    [InlineData("bigendian")]
    [InlineData("jpeg")]
    public void Decode_AnyByteChanged_Answers(string name)
    {
        var content = File.ReadAllBytes(TestFile.Path($"Fixtures/{name}.dcm"));
        for (var at = 128; at < content.Length; at++)
        {
            foreach (var change in (byte[])[0x01, 0x80, 0xFF])
            {
                var damaged = content.ToArray();
                damaged[at] ^= change;
                var result = new FilmReader(new FilmLimits { MaxPixels = 1 << 16 }).Decode(damaged);
                Assert.True(result.Film is null ^ result.Refusal is null);
            }
        }
    }

    [Fact]
    public void Decode_SequenceOfUnknownType_IsSkippedAsImplicit()
    {
        var content = File.ReadAllBytes(TestFile.Path("Fixtures/explicit.dcm"));
        var before = content.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x28, 0x00, 0x02, 0x00]);
        byte[] unknown =
        [
            0x09, 0x00, 0x01, 0x10, (byte)'U', (byte)'N', 0, 0, 255, 255, 255, 255, 0xFE, 0xFF, 0x00, 0xE0, 255, 255, 255, 255,
            0x08, 0x00, 0x60, 0x00, 2, 0, 0, 0, (byte)'C', (byte)'R', 0xFE, 0xFF, 0x0D, 0xE0, 0, 0, 0, 0, 0xFE, 0xFF, 0xDD, 0xE0, 0, 0, 0, 0,
        ];

        Assert.NotNull(new FilmReader().Decode([.. content[..before], .. unknown, .. content[before..]]).Film);
    }

    [Fact]
    public void Decode_SequencesWithoutEnd_AreNotFollowedForever()
    {
        var content = File.ReadAllBytes(TestFile.Path("Fixtures/implicit.dcm"));
        var start = content.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x08, 0x00, 0x60, 0x00]);
        var deep = Enumerable.Repeat<byte[]>([0x08, 0x00, 0x40, 0x11, 255, 255, 255, 255, 0xFE, 0xFF, 0x00, 0xE0, 255, 255, 255, 255], 10_000).SelectMany(bytes => bytes);

        AssertRefused([.. content[..start], .. deep], RefusalReason.Unreadable, "nests more than 32 sequences");
    }

    private static int Stored(int x, int y) => (100 * y) + (10 * x) + 5;

    private static void AssertFilm(string name, int highest, Func<int, int, int> pixel)
    {
        Assert.True(new FilmReader().Read(TestFile.Path($"Fixtures/{name}.dcm")).TryGet(out var film, out var refusal), refusal?.ToString());
        Assert.Equal((6, 4, highest), (film.Width, film.Height, film.Highest));
        Assert.Equal(from y in Enumerable.Range(0, 4) from x in Enumerable.Range(0, 6) select pixel(x, y), film.Pixels.ToArray().Select(value => (int)value));
    }

    private static void AssertRefused(byte[] content, RefusalReason reason, params string[] parts)
    {
        var refusal = new FilmReader().Decode(content).Refusal;
        Assert.NotNull(refusal);
        Assert.All(parts, part => Assert.Contains(part, refusal.ToString(), StringComparison.Ordinal));
        Assert.Equal(reason, refusal.Reason);
    }
}
