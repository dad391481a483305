using BenchmarkDotNet.Attributes;
using Neatx.Bench.Works;
using Neatx.Core.Statistics;

namespace Neatx.Bench;

/// <summary>Estimated consensus on a million ratings: 200,000 items, five of fifty raters each, three classes.</summary>
[MemoryDiagnoser]
public class ConsensusBenchmarks
{
    private const int Items = 200_000;
    private const int Each = 5;
    private const int Raters = 50;
    private const int Classes = 3;

    private DawidSkeneWork _dawidSkene = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        var (items, raters, classes) = (new int[Items * Each], new int[Items * Each], new byte[Items * Each]);
        for (var item = 0; item < Items; item++)
        {
            var truth = random.NextInt(Classes);
            var first = random.NextInt(Raters);
            for (var rating = item * Each; rating < (item + 1) * Each; rating++)
            {
                items[rating] = item;
                raters[rating] = (first + (7 * (rating % Each))) % Raters;
                classes[rating] = (byte)(random.NextBool(.5 + (.009 * raters[rating])) ? truth : random.NextInt(Classes));
            }
        }

        _dawidSkene = new DawidSkeneWork(items, raters, classes);
    }

    [Benchmark]
    public object DawidSkene() => _dawidSkene.Run();
}
