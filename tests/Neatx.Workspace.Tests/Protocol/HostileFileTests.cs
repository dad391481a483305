using System.Globalization;
using System.Text;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Files that are no protocol, or that mean harm, are refused with a reason; none takes the program down.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void Read_NoFile_SaysSo()
    {
        using var scratch = new Scratch();
        Assert.Equal(["p.yaml:1:1: expected a protocol file, found none; check the path"], scratch.Shown(Workspace.Protocol.ProtocolReader.Read(scratch.Path)));
    }

    [Fact]
    public void Read_Folder_SaysSo()
    {
        using var scratch = new Scratch();
        Assert.Equal(
            ["FOLDER:1:1: expected a protocol file, found a folder; name the .yaml file in it"],
            scratch.Shown(Workspace.Protocol.ProtocolReader.Read(scratch.Folder)));
    }

    [Fact]
    public void Read_AboveFourMebibytes_IsRefusedUnread()
    {
        using var scratch = new Scratch();
        Assert.Equal(
            ["p.yaml:1:1: expected a protocol of at most 4 MiB, found 4194305 bytes; is this the right file?"],
            scratch.Shown(scratch.Read(new string('#', (4 << 20) + 1))));
    }

    [Fact]
    public void Read_Latin1_NamesTheByteAndItsPlace()
    {
        using var scratch = new Scratch();
        Assert.Equal(
            ["p.yaml:2:8: expected UTF-8, found the bytes 0xE9; save the file as UTF-8"],
            scratch.Shown(scratch.Read(Encoding.Latin1.GetBytes("name: é\ntitle: é\n".Replace("name: é", "name: e", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Read_Utf16_IsRefused()
    {
        using var scratch = new Scratch();
        Assert.Equal(
            ["p.yaml:1:1: expected UTF-8, found the bytes 0xFF; save the file as UTF-8"],
            scratch.Shown(scratch.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("name: t\n")).ToArray())));
    }

    [Fact]
    public void Read_NulByte_IsRefused() => Assert.Equal(
        ["p.yaml:2:9: expected text, found the control character U+0000; save the file as UTF-8 text"],
        Scratch.Mistakes("name: t\ntitle: T\0\n"));

    [Fact]
    public void Read_ByteOrderMarkAndCarriageReturns_AreFine()
    {
        using var scratch = new Scratch();
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(ExampleProtocol.WithCohort.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Empty(scratch.Touch("a.csv").Touch("b.csv").Shown(scratch.Read(bytes.ToArray())));
    }

    [Fact]
    public void Read_BillionLaughs_IsRefused()
    {
        var bomb = new StringBuilder(ExampleProtocol.Head).Append("findings:\n  l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 10; level++)
        {
            var aliases = string.Join(", ", Enumerable.Repeat(string.Create(CultureInfo.InvariantCulture, $"*l{level - 1}"), 10));
            bomb.Append(CultureInfo.InvariantCulture, $"  l{level}: &l{level} [{aliases}]\n");
        }

        Assert.Equal(["p.yaml:9:7: expected at most 500000 values with aliases expanded, found more"], Scratch.Mistakes(bomb.ToString()));
    }

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public void Read_DeepNesting_IsRefused(char bracket) => Assert.Equal(
        ["p.yaml:3:73: expected at most 64 levels of nesting, found more"],
        Scratch.Mistakes(ExampleProtocol.Head + "claims: " + new string(bracket, 100_000)));

    [Fact]
    public void Read_LongAndUnprintableText_IsQuotedShort() => Assert.Equal(
        [$"p.yaml:3:7: seed: expected a whole number from 0, found the text '\\u001b[31m{new string('x', 74)}…'"],
        Scratch.Mistakes(ExampleProtocol.Head + $"seed: \"\\e[31m{new string('x', 100_000)}\""));

    [Fact]
    public void Read_NameThatLeavesTheFolder_IsNoName() => Assert.Equal(
        ["p.yaml:7:3: label_sets: expected a name (lower-case letters, digits and any of '_-', a letter first, at most 64), found the text '../../x'"],
        Scratch.Mistakes(ExampleProtocol.WithDataset + "label_sets:\n  ../../x: {title: X, kind: model, dataset: d}\n"));
}
