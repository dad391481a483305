using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Tests.Storage;

/// <summary>A line of a gigabyte, made while it is read: it must be refused early, with little memory.</summary>
public sealed class EndlessLineTests
{
    [Fact]
    public void Read_LineOfAGigabyte_IsRefusedWithinTwoMegabytes()
    {
        using var source = new Endless("image,view\na.png,PA\n"u8.ToArray(), (byte)'x', 1L << 30);
        using var text = new Utf8TextReader(source, "t.csv", new ReadLimits());
        using var rows = new CsvRows(text, "t.csv", new ReadLimits());
        Assert.True(rows.Read());
        Assert.True(rows.Read());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = Assert.Throws<NeatxException>(() => rows.Read()).Message;
        Assert.Equal("t.csv:3: this line is longer than 1,048,576 bytes, which no row of a table is. Check that the file is a CSV with one row a line.", message);
        Assert.InRange(source.Given, 1 << 20, 2 << 20);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Read_QuotedCellOfAGigabyte_IsRefusedWithinTwoMegabytes()
    {
        using var source = new Endless("image,view\n\""u8.ToArray(), (byte)'\n', 1L << 30);
        using var text = new Utf8TextReader(source, "t.csv", new ReadLimits());
        using var rows = new CsvRows(text, "t.csv", new ReadLimits());
        Assert.True(rows.Read());
        Assert.Contains("t.csv:2: the record that begins here is longer than 1,048,576 characters", Assert.Throws<NeatxException>(() => rows.Read()).Message, StringComparison.Ordinal);
        Assert.InRange(source.Given, 1 << 20, 2 << 20);
    }

    private sealed class Endless(byte[] start, byte then, long length) : ReadOnlyStream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Given);
            for (var i = 0; i < count; i++, Given++) buffer[i] = Given < start.Length ? start[Given] : then;
            return count;
        }
    }
}
