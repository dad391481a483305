namespace Neatx.Learning.Tests.Features;

/// <summary>What was damaged is found and made anew, and nothing else is.</summary>
public sealed class FeatureDamageTests : IDisposable
{
    private readonly FeatureBench _bench = new();

    public FeatureDamageTests() => Assert.Equal(5, _bench.Computed());

    [Fact]
    public void Ensure_FlippedBit_ComputesThatOneAnew()
    {
        var file = Assert.Single(_bench.Files);
        Overwrite(file, new FileInfo(file).Length - 100);
        Assert.Equal(1, _bench.Computed());
        Assert.Equal(0, _bench.Computed());
        AssertWhole();
    }

    [Fact]
    public void Ensure_FileCutOff_ComputesWhatItLost()
    {
        var file = Assert.Single(_bench.Files);
        using (var stream = File.OpenWrite(file)) stream.SetLength(stream.Length - 10);
        Assert.Equal(1, _bench.Computed());
        AssertWhole();
    }

    [Fact]
    public void Ensure_DamagedEntry_ComputesThatOneAnew()
    {
        Overwrite(Assert.Single(_bench.Files), 4096 + (2 * 64) + 5);
        Assert.Equal(1, _bench.Computed());
        AssertWhole();
    }

    [Fact]
    public void Ensure_DamagedHead_IgnoresTheFile()
    {
        Overwrite(Assert.Single(_bench.Files), 9);
        Assert.Equal(5, _bench.Computed());
        AssertWhole();
    }

    [Fact]
    public void Ensure_EmptyFileOfAKilledWriter_IgnoresIt()
    {
        File.WriteAllBytes(Path.Combine(Path.GetDirectoryName(_bench.Files[0])!, "0.features"), []);
        Assert.Equal(0, _bench.Computed());
        AssertWhole();
    }

    public void Dispose() => _bench.Dispose();

    private static void Overwrite(string file, long at)
    {
        using var stream = new FileStream(file, FileMode.Open);
        stream.Position = at;
        var value = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)(value ^ 0x10));
    }

    private void AssertWhole()
    {
        using var features = _bench.Ensure();
        for (var film = 0; film < 5; film++) Assert.Equal(_bench.Expected(film), FeatureBench.Read(features, film));
    }
}
