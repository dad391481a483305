using System.Text;
using Neatx.Imaging.Films;

namespace Neatx.Imaging.Tests.Films;

/// <summary>Whatever a file holds, the reader answers; where it refuses, it says why and what to do.</summary>
public sealed class RefusedFilmTests
{
    private static readonly byte[] Png = MadePng.Gray16(9, 7, (x, y) => (ushort)((x * 6007) ^ (y * 911)));

    [Fact]
    public void Read_NoFile_IsMissing() => Refused(new FilmReader().Read("/nowhere/film.png"), RefusalReason.Missing, "no such file");

    [Fact]
    public void Read_Folder_IsUnreadable() => Refused(new FilmReader().Read(AppContext.BaseDirectory), RefusalReason.Unreadable, "cannot be opened");

    [Fact]
    public void Read_FileBeyondLimit_IsTooLarge() =>
        Refused(new FilmReader(new FilmLimits { MaxBytes = 100 }).Read(TestFile.Path("Fixtures/gray.jpg")), RefusalReason.TooLarge, "at most 100");

    [Theory]
    [InlineData(100_000, 10, "100,000 x 10")]
    [InlineData(30_000, 30_000, "30,000 x 30,000")]
    [InlineData(int.MaxValue, int.MaxValue, "2,147,483,647 x 2,147,483,647")]
    public void Decode_AbsurdSize_IsTooLargeBeforeDecoding(int width, int height, string named) =>
        Refused(MadePng.Of(width, height, 16, MadePng.Gray, MadePng.Rows([0, 0])), RefusalReason.TooLarge, named);

    [Fact]
    public void Decode_BombWithinTheFile_IsTooLargeBeforeDecoding()
    {
        // 400 MB of zeros in 400 kB, honestly announced.
        var before = GC.GetTotalAllocatedBytes();
        Refused(MadePng.Of(20_000, 20_000, 8, MadePng.Gray, new byte[1 << 20]), RefusalReason.TooLarge, "20,000 x 20,000");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 64 << 20);
    }

    [Fact]
    public void Decode_BombInAText_IsNotExpanded()
    {
        byte[] text = [.. Encoding.ASCII.GetBytes("Comment\0\0"), .. MadePng.Compressed(new byte[64 << 20])];

        // libpng drops a text that grows beyond 8 MB; the film is whole without.
        Assert.NotNull(new FilmReader().Decode(MadePng.Of(2, 1, 8, MadePng.Gray, MadePng.Rows([1, 2]), MadePng.Chunk("zTXt", text))).Film);
    }

    [Fact]
    public void Decode_NoSize_IsUnreadable() => Refused(MadePng.Of(0, 5, 8, MadePng.Gray, []), RefusalReason.Unreadable, "0 x 5");

    [Fact]
    public void Decode_PngCutOffAnywhere_IsTruncated()
    {
        for (var length = 8; length < Png.Length; length++) Refused(Png[..length], RefusalReason.Truncated, $"ends after {length} bytes");
    }

    [Fact]
    public void Decode_FewerRowsThanAnnounced_IsUnreadable() =>
        Refused(MadePng.Of(2, 5, 8, MadePng.Gray, MadePng.Rows([1, 2], [3, 4])), RefusalReason.Unreadable, "written wrong");

    [Fact]
    public void Decode_PixelsOfPngChanged_NamesTheChunk()
    {
        var at = Png.AsSpan().IndexOf("IDAT"u8);
        for (var offset = 4; offset < 40; offset++)
        {
            var damaged = Png.ToArray();
            damaged[at + offset] ^= 0x10;
            Refused(damaged, RefusalReason.Unreadable, "the chunk IDAT at byte 33 does not match its checksum");
        }
    }

    [Fact]
    public void Decode_AnyByteOfPngChanged_Answers() => AnyByteChanged(Png);

    [Theory]
    [InlineData("gray.jpg")]
    [InlineData("progressive.jpg")]
    public void Decode_AnyByteOfJpegChanged_Answers(string name) => AnyByteChanged(File.ReadAllBytes(TestFile.Path($"Fixtures/{name}")));

    [Theory]
    [InlineData("gray.jpg")]
    [InlineData("rgb.jpg")]
    [InlineData("progressive.jpg")]
    public void Decode_JpegCutOffAnywhere_IsTruncated(string name)
    {
        var content = File.ReadAllBytes(TestFile.Path($"Fixtures/{name}"));
        for (var length = 3; length < content.Length; length++) Refused(content[..length], RefusalReason.Truncated, $"ends after {length} bytes");
    }

    [Fact]
    public void Read_CmykJpeg_IsUnsupportedAndNamesTheConversion() =>
        Refused(new FilmReader().Read(TestFile.Path("Fixtures/cmyk.jpg")), RefusalReason.Unsupported, "vips colourspace");

    [Theory]
    [InlineData("GIF89a.............", "a GIF image")]
    [InlineData("II*\0................", "a TIFF image")]
    [InlineData("BM................", "a BMP image")]
    [InlineData("RIFF....WEBPVP8 ....", "a WebP image")]
    [InlineData("<!DOCTYPE html><html>", "a web page")]
    [InlineData("version https://git-lfs.github.com/spec/v1", "git lfs pull")]
    [InlineData("PK\u0003\u0004............", "an archive")]
    [InlineData("some text", "no image that is known")]
    public void Decode_AnotherFormat_IsUnsupportedAndNamed(string content, string named) =>
        Refused(Encoding.Latin1.GetBytes(content), RefusalReason.Unsupported, named);

    [Fact]
    public void Decode_TiffThatLibvipsCouldRead_IsUnsupported()
    {
        using var image = NetVips.Image.Black(4, 4);

        Refused(image.WriteToBuffer(".tif"), RefusalReason.Unsupported, "TIFF");
    }

    [Fact]
    public void Decode_RandomBytesAfterASignature_Answers()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var content = new byte[200];
            random.NextBytes(content);
            Png.AsSpan(0, round % 2 == 0 ? 8 : 33).CopyTo(content);
            Assert.NotNull(new FilmReader().Decode(content).Refusal);
            content.AsSpan(0, 4).Clear();
            ((byte[])[0xFF, 0xD8, 0xFF, 0xE0]).CopyTo(content, 0);
            Assert.NotNull(new FilmReader().Decode(content).Refusal);
        }
    }

    private static void AnyByteChanged(byte[] content)
    {
        for (var at = 0; at < content.Length; at++)
        {
            foreach (var change in (byte[])[0x01, 0x80, 0xFF])
            {
                var damaged = content.ToArray();
                damaged[at] ^= change;
                var result = new FilmReader(new FilmLimits { MaxPixels = 1 << 20 }).Decode(damaged);
                Assert.True(result.Film is null ^ result.Refusal is null);
            }
        }
    }

    private static void Refused(byte[] content, RefusalReason reason, string part) => Refused(new FilmReader().Decode(content), reason, part);

    private static void Refused(FilmResult result, RefusalReason reason, string part)
    {
        Assert.Null(result.Film);
        Assert.Equal(reason, result.Refusal!.Reason);
        Assert.Contains(part, result.Refusal.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", result.Refusal.Detail, StringComparison.Ordinal);
        Assert.NotEmpty(result.Refusal.NextStep);
    }
}
