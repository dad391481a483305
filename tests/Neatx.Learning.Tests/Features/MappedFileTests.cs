using Neatx.Learning.Features;
using Neatx.Learning.Tests.Driving;

namespace Neatx.Learning.Tests.Features;

public sealed class MappedFileTests
{
    [Fact]
    public void Bytes_Released_AreReadAgain()
    {
        using var scratch = new Scratch();
        var content = new byte[3_000_000];
        new Random(1).NextBytes(content);
        File.WriteAllBytes(scratch["file"], content);
        using var file = new MappedFile(scratch["file"]);
        Assert.True(file.Bytes(4096, 2_000_000).SequenceEqual(content.AsSpan(4096, 2_000_000)));
        file.Release();
        Assert.True(file.Bytes(1, content.Length - 1).SequenceEqual(content.AsSpan(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => file.Bytes(1, content.Length).Length);
    }
}
