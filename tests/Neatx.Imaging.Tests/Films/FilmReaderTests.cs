using Neatx.Imaging.Films;

namespace Neatx.Imaging.Tests.Films;

public sealed class FilmReaderTests
{
    [Fact]
    public void Decode_Gray16_KeepsEveryBit()
    {
        var film = Read(MadePng.Gray16(3, 2, (x, y) => (ushort)((x * 20_001) + y)));

        Assert.Equal((3, 2, ushort.MaxValue), (film.Width, film.Height, film.Highest));
        Assert.Equal([0, 20_001, 40_002, 1, 20_002, 40_003], film.Pixels.ToArray());
    }

    [Fact]
    public void Decode_Gray8_KeepsValues()
    {
        var film = Read(MadePng.Of(3, 1, 8, MadePng.Gray, MadePng.Rows([0, 128, 255])));

        Assert.Equal(byte.MaxValue, film.Highest);
        Assert.Equal([0, 128, 255], film.Pixels.ToArray());
    }

    [Fact]
    public void Decode_OneBit_IsBlackAndWhite() =>
        Assert.Equal([255, 0, 255, 255], Read(MadePng.Of(4, 1, 1, MadePng.Gray, MadePng.Rows([0b1011_0000]))).Pixels.ToArray());

    [Fact]
    public void Decode_Palette_LooksUpColours()
    {
        var palette = MadePng.Chunk("PLTE", [10, 10, 10, 200, 200, 200, 255, 0, 0]);

        Assert.Equal([200, 10, 54], Read(MadePng.Of(3, 1, 8, MadePng.Palette, MadePng.Rows([1, 0, 2]), palette)).Pixels.ToArray());
    }

    [Fact]
    public void Decode_RgbWithEqualChannels_IsThatChannel()
    {
        var row = Enumerable.Range(0, 256).SelectMany(value => Enumerable.Repeat((byte)value, 3)).ToArray();

        Assert.Equal(Enumerable.Range(0, 256).Select(value => (ushort)value), Read(MadePng.Of(256, 1, 8, MadePng.Rgb, MadePng.Rows(row))).Pixels.ToArray());
    }

    [Fact]
    public void Decode_Rgb16WithEqualChannels_IsThatChannel()
    {
        var row = Enumerable.Range(0, 4096).Select(value => value * 16).SelectMany(value => Enumerable.Repeat<byte[]>([(byte)(value >> 8), (byte)value], 3));
        var png = MadePng.Of(4096, 1, 16, MadePng.Rgb, MadePng.Rows([.. row.SelectMany(bytes => bytes)]));

        Assert.Equal(Enumerable.Range(0, 4096).Select(value => (ushort)(value * 16)), Read(png).Pixels.ToArray());
    }

    [Fact]
    public void Decode_Colour_IsWeighed()
    {
        byte[] row = [255, 0, 0, 0, 255, 0, 0, 0, 255];

        // .2125, .7154 and .0721 of 255, rounded.
        Assert.Equal([54, 182, 18], Read(MadePng.Of(3, 1, 8, MadePng.Rgb, MadePng.Rows(row))).Pixels.ToArray());
    }

    [Fact]
    public void Decode_OpaqueAlpha_ChangesNothing()
    {
        var row = Enumerable.Range(0, 256).SelectMany(value => (byte[])[(byte)value, (byte)value, (byte)value, 255]).ToArray();

        Assert.Equal(Enumerable.Range(0, 256).Select(value => (ushort)value), Read(MadePng.Of(256, 1, 8, MadePng.Rgba, MadePng.Rows(row))).Pixels.ToArray());
    }

    [Fact]
    public void Decode_PartlyTransparent_IsLaidOnBlack() =>
        Assert.Equal([200, 100, 0], Read(MadePng.Of(3, 1, 8, MadePng.GrayAlpha, MadePng.Rows([200, 255, 200, 128, 200, 0]))).Pixels.ToArray());

    [Theory]
    [InlineData("gray.jpg", 4)]
    [InlineData("rgb.jpg", 4)]
    [InlineData("progressive.jpg", 4)]
    [InlineData("exif6.jpg", 4)]
    [InlineData("interlaced.png", 0)]
    public void Read_SamePictureInAnyForm_IsUprightAndAlike(string name, int tolerance)
    {
        Assert.True(new FilmReader().Read(TestFile.Path($"Fixtures/{name}")).TryGet(out var film, out var refusal), refusal?.ToString());

        Assert.Equal((24, 16), (film.Width, film.Height));
        var wanted = from y in Enumerable.Range(0, 16) from x in Enumerable.Range(0, 24) select 200 - (8 * y) + (2 * (23 - x));
        Assert.InRange(film.Pixels.ToArray().Zip(wanted, (pixel, value) => Math.Abs(pixel - value)).Max(), 0, tolerance);
    }

    [Theory]
    [InlineData(1, new[] { 1, 2, 3, 4, 5, 6 }, 3)]
    [InlineData(2, new[] { 3, 2, 1, 6, 5, 4 }, 3)]
    [InlineData(3, new[] { 6, 5, 4, 3, 2, 1 }, 3)]
    [InlineData(4, new[] { 4, 5, 6, 1, 2, 3 }, 3)]
    [InlineData(5, new[] { 1, 4, 2, 5, 3, 6 }, 2)]
    [InlineData(6, new[] { 4, 1, 5, 2, 6, 3 }, 2)]
    [InlineData(7, new[] { 6, 3, 5, 2, 4, 1 }, 2)]
    [InlineData(8, new[] { 3, 6, 2, 5, 1, 4 }, 2)]
    [InlineData(99, new[] { 1, 2, 3, 4, 5, 6 }, 3)]
    public void Upright_EveryTagOfExif_TurnsAsExifSays(int tag, int[] expected, int width)
    {
        var film = Orientation.OfExif(tag).Upright(new Film(3, 2, new ushort[] { 1, 2, 3, 4, 5, 6 }, byte.MaxValue));

        Assert.Equal(width, film.Width);
        Assert.Equal(expected, film.Pixels.ToArray().Select(value => (int)value));
    }

    private static Film Read(byte[] content)
    {
        Assert.True(new FilmReader().Decode(content).TryGet(out var film, out var refusal), refusal?.ToString());
        return film;
    }
}
