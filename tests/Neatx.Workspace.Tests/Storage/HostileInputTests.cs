using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;
using Neatx.Workspace.Tests.Catalog;

namespace Neatx.Workspace.Tests.Storage;

/// <summary>Files that are not what they seem; every message is read here as a user would.</summary>
public sealed class HostileInputTests
{
    private const string Table = "image,view\na.png,PA\nb.png,AP\nc.png,PA\n";
    private static readonly ColumnMapping Columns = new() { Image = "image", View = "view" };

    private static readonly ReadLimits Small = new() { MaxLine = 100_000, RatioFrom = 100_000, MaxRatio = 100, MaxBytes = 10_000_000 };

    [Fact]
    public void Read_TruncatedGzip_NamesLastWholeLine()
    {
        var text = "image,view\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{(i * 7919L) % 1_000_003}.png,PA\n"));
        var whole = TestRun.Gzip(text);
        var message = Refusal("cut.csv.gz", whole[..(whole.Length / 2)]);
        Assert.Matches(@"^cut\.csv\.gz: The gzip file is cut off: its data end before they are complete\. The last whole line is [\d,]+\. Download the file again\.$", message);
        var line = int.Parse(message.Split("line is ")[1].Split('.')[0].Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(line, 5_000, 15_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(9)]
    public void Read_GzipWithoutItsLastBytes_IsCutOff(int missing) =>
        Assert.StartsWith("x.gz: The gzip file is cut off", Refusal("x.gz", TestRun.Gzip(Table)[..^missing]), StringComparison.Ordinal);

    [Fact]
    public void Read_GzipWithTwoMembers_ReadsBoth()
    {
        using var run = new TestRun();
        byte[] bytes = [.. TestRun.Gzip(Table), .. TestRun.Gzip("d.png,PA\n")];
        var table = run.Dataset(Columns, run.Write("two.csv.gz", bytes));
        Assert.Equal(4, table.Images);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), Assert.Single(table.Files).Sha256);
        Assert.Equal(bytes.Length, table.Files[0].Bytes);
    }

    [Fact]
    public void Read_SecondGzipMemberCutOff_IsCutOff() =>
        Assert.Contains("cut off", Refusal("x.gz", [.. TestRun.Gzip(Table), .. TestRun.Gzip(Table)[..^10]]), StringComparison.Ordinal);

    [Fact]
    public void Read_GzipFollowedByOtherBytes_SaysSo() =>
        Assert.Contains("followed by bytes that are not gzip", Refusal("x.gz", [.. TestRun.Gzip(Table), 1, 2, 3, 4]), StringComparison.Ordinal);

    [Fact]
    public void Read_DamagedGzip_SaysSo()
    {
        var bytes = TestRun.Gzip(Table);
        bytes[^6] ^= 0xff;
        Assert.Contains("x.gz: The gzip data are damaged.", Refusal("x.gz", bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NamedGzipButPlain_SaysSo() =>
        Assert.Contains("named .gz, but its content is not gzip", Refusal("x.csv.gz", Encoding.UTF8.GetBytes(Table)), StringComparison.Ordinal);

    [Fact]
    public void Read_GzipOfZeros_IsRefusedAsBomb()
    {
        var zeros = new byte[2_000_000];
        Array.Fill(zeros, (byte)'\n');
        Assert.Contains("expands more than 100 to 1", Refusal("bomb.csv.gz", TestRun.Gzip(zeros)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LargerThanLimit_IsRefused()
    {
        using var run = new TestRun(limits: new ReadLimits { MaxBytes = 20 });
        var path = run.Write("big.csv", Table);
        Assert.Contains("holds more than 20 bytes", Assert.Throws<NeatxException>(() => run.Dataset(Columns, path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Zip_ReadsItsOnlyTable()
    {
        using var run = new TestRun();
        var bytes = Zip(("readme.txt", "hello"), ("__MACOSX/._t.csv", "x"), ("t.csv", Table));
        var table = run.Dataset(Columns, run.Write("t.zip", bytes));
        Assert.Equal(3, table.Images);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), table.Files[0].Sha256);
    }

    [Fact]
    public void Read_ZipWithTwoTables_ListsThem() =>
        Assert.Contains("holds 2 files ('a.csv', 'b.csv'), of which 2 are named .csv; exactly one was expected",
            Refusal("t.zip", Zip(("a.csv", Table), ("b.csv", Table))), StringComparison.Ordinal);

    [Fact]
    public void Read_ZipCutOff_SaysSo() =>
        Assert.Contains("t.zip is cut off or damaged", Refusal("t.zip", Zip(("a.csv", Table))[..^30]), StringComparison.Ordinal);

    [Fact]
    public void Read_ZipWithDamagedContent_SaysSo()
    {
        var bytes = Zip(CompressionLevel.NoCompression, ("a.csv", Table));
        bytes[bytes.AsSpan().IndexOf("b.png"u8)] = (byte)'x';
        Assert.Contains("CRC-32 is not the one stated", Refusal("t.zip", bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZipBomb_IsRefused() =>
        Assert.Contains("expands more than 100 to 1", Refusal("t.zip", Zip(("a.csv", "image,view\n" + new string('\n', 3_000_000)))), StringComparison.Ordinal);

    [Fact]
    public void Read_Workbook_SaysSaveAsCsv() =>
        Assert.Contains("Office document. Save the sheet as CSV", Refusal("t.csv", Zip(("[Content_Types].xml", "<x/>"), ("xl/a.xml", "<x/>"))), StringComparison.Ordinal);

    [Fact]
    public void Read_NulByte_NamesLineAndOffset() =>
        Assert.StartsWith("t.csv:3: a NUL byte at offset 22; text was expected.", Refusal("t.csv", "image,view\na.png,PA\nb.\0png,AP\n"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Read_Utf16_GivesTheCommand() =>
        Assert.Equal("t.csv is not a table: it is text in UTF-16. Convert it: iconv -f UTF-16 -t UTF-8 OLD > NEW.",
            Refusal("t.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)]));

    [Fact]
    public void Read_Utf16WithoutMark_GivesTheCommandToo() =>
        Assert.Contains("If the file is UTF-16, convert it: iconv -f UTF-16", Refusal("t.csv", Encoding.Unicode.GetBytes(Table)), StringComparison.Ordinal);

    [Fact]
    public void Read_Latin1_NamesLineByteAndCommand()
    {
        var message = Refusal("t.csv", Encoding.Latin1.GetBytes("image,view\na.png,PA\nMünchen.png,AP\n"));
        Assert.Equal("t.csv:3: the byte 0xFC at offset 21 is not UTF-8. If the file was saved by an older program, convert it: "
            + "iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW", message);
    }

    [Fact]
    public void Read_CharacterCutAtEnd_IsNotUtf8() =>
        Assert.StartsWith("t.csv:2: the byte 0xC3 at offset 19 is not UTF-8.", Refusal("t.csv", [.. "image,view\na.png,PA"u8, 0xc3]), StringComparison.Ordinal);

    [Fact]
    public void Read_ByteOrderMarkAndOtherAlphabets_AreKept()
    {
        using var run = new TestRun();
        var table = run.Dataset(Columns, run.Write("t.csv", "\ufeffimage,view\nМосква 東京 😀.png,PA\n"));
        Assert.Equal(["Москва 東京 😀.png"], run.Rows(table.Data, "image"));
    }

    [Fact]
    public void Read_LongLine_IsRefusedWithItsNumber() =>
        Assert.StartsWith("t.csv:3: this line is longer than 100,000 bytes", Refusal("t.csv", Encoding.UTF8.GetBytes($"image,view\na.png,PA\n{new string('x', 200_000)},PA\nb.png,AP\n")), StringComparison.Ordinal);

    [Fact]
    public void Read_QuoteNeverClosed_NamesWhereItBegins()
    {
        var rows = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i}.png,PA\n"));
        var message = Refusal("t.csv", Encoding.UTF8.GetBytes($"image,view\na.png,\"PA\n{rows}"));
        Assert.StartsWith("t.csv:2: the record that begins here is longer than 100,000 characters. A quotation mark that is never closed", message, StringComparison.Ordinal);
        Assert.StartsWith("t.csv:2: the record that begins here is not CSV", Refusal("t.csv", "image,view\na.png,\"PA\n"u8.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyFile_SaysSo() => Assert.Equal("t.csv is empty; a table was expected.", Refusal("t.csv", []));

    [Fact]
    public void Read_OnlyEmptyLines_SaysSo() => Assert.Equal("t.csv holds only empty lines; a table was expected.", Refusal("t.csv", "\n\n"u8.ToArray()));

    [Fact]
    public void Read_HeaderOnly_SaysSo() => Assert.Equal("t.csv has a header but no rows. Check that the file is complete.", Refusal("t.csv", "image,view\n"u8.ToArray()));

    [Fact]
    public void Read_GitLfsPointer_SaysSo() =>
        Assert.Contains("Git LFS pointer", Refusal("t.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Read_WebPage_SaysSo() => Assert.Contains("it is a web page", Refusal("t.csv", "<!DOCTYPE html><html></html>"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void Read_FileThatIsNotThere_SaysSo()
    {
        using var run = new TestRun();
        Assert.StartsWith("none.csv cannot be opened:", Assert.Throws<NeatxException>(() => run.Dataset(Columns, Path.Combine(run.Data, "none.csv"))).Message, StringComparison.Ordinal);
    }

    private static string Refusal(string name, byte[] bytes)
    {
        using var run = new TestRun(limits: Small);
        var path = run.Write(name, bytes);
        return Assert.Throws<NeatxException>(() => run.Dataset(Columns, path)).Message;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => Zip(CompressionLevel.Optimal, entries);

    private static byte[] Zip(CompressionLevel level, params (string Name, string Text)[] entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
