using Neatx.Learning.Native;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Native;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void Start_OnThisMachine_LoadsAndDescribes()
    {
        var description = TorchRuntime.Start(1);
        Assert.StartsWith("2.10.0", description.Version, StringComparison.Ordinal);
        Assert.Equal(1, description.Threads);
        var engine = description.ToEngine();
        Assert.Equal("cpu", engine["device"]);
        Assert.Equal("1", engine["threads"]);
        Assert.Contains("malloc", engine["work-arounds"], StringComparison.Ordinal);
        Assert.Equal(1, get_num_threads());
    }

    [Fact]
    public void Start_NoThread_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => TorchRuntime.Start(0));

    /// <summary>CPUID as EAX by leaf: an Intel, an AMD, and virtual machines that hide what they have.</summary>
    [Theory]
    [InlineData(0x1C004121, 0x80000008, 0, true)]
    [InlineData(0, 0x80000028, 0x00000121, true)]
    [InlineData(0, 0x80000008, 0x00000121, false)]
    [InlineData(0, 0x80000028, 0, false)]
    public void AreDescribedBy_ProcessorsAnswers_TellsWhetherCachesAreKnown(uint intel, uint leaves, uint amd, bool expected) =>
        Assert.Equal(expected, OneDnnCaches.AreDescribedBy(leaf => unchecked((int)(leaf == 4 ? intel : (uint)leaf == 0x80000000 ? leaves : amd))));

    /// <summary>The library in the output folder loads, and the package cache is left as it came.</summary>
    [Fact]
    public void Build_LibraryOfTorchSharp_IsNotTheCachesOwnWhereItWasChanged()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native");
        Assert.SkipUnless(OperatingSystem.IsLinux() && Directory.Exists(folder), "Only Linux on x86_64 has libtorch.");
        Assert.Single(Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "runtimes")));
        Assert.Contains("libtorch_cpu.so", Directory.GetFiles(folder).Select(Path.GetFileName));
    }
}
