using BenchmarkDotNet.Attributes;
using Neatx.Bench.Works;

namespace Neatx.Bench;

/// <summary>DenseNet-121 at 512 x 512 on four images, and the time that its multiply-adds alone would take.</summary>
public class InferenceBenchmarks
{
    private readonly RooflineWork _roofline = new(ForwardWork.MultiplyAdds);
    private ForwardWork _forward = null!;

    [GlobalSetup]
    public void Setup() => _forward = ForwardWork.MadeUp();

    [Benchmark]
    public object Forward() => _forward.Run();

    [Benchmark]
    public object Roofline() => _roofline.Run();

    [GlobalCleanup]
    public void Cleanup() => _forward.Dispose();
}
