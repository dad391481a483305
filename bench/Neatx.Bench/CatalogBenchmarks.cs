using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using Neatx.Bench.Works;
using Neatx.Workspace.Demo;

namespace Neatx.Bench;

/// <summary>A table of the size of NIH-CXR14, simulated, read and joined with a review of 2,000 of its images.</summary>
[MemoryDiagnoser]
public class CatalogBenchmarks : IDisposable
{
    private const int Images = 112_120;
    private const int Reviewed = 2_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-bench-").FullName;
    private TableWork _table = null!;
    private CatalogWork _catalog = null!;

    [GlobalSetup]
    public void Setup()
    {
        var demo = PreparedDemo.In(Path.Combine(_folder, "demo"), new DemoOptions { Images = Images, Films = false }, new UnheardObserver(), CancellationToken.None);

        // Without the rows that the demo breaks on purpose: pandas and the typed columns refuse them.
        string[] lines =
        [
            .. File.ReadLines(Path.Combine(demo.DataRoot, "synthetic_nih_data_entry_v2020.csv"))
                .Where(line => !line.StartsWith("9999999", StringComparison.Ordinal))
                .SkipLast(1),
        ];
        using (var table = new StreamWriter(new GZipStream(File.Create(Path.Combine(_folder, "table.csv.gz")), CompressionLevel.Optimal)))
            foreach (var line in lines) table.WriteLine(line);
        File.WriteAllLines(Path.Combine(_folder, "review.csv"), [
            "Image Index,Reviewed",
            .. lines.Skip(1).Take(Reviewed).Select((line, row) => $"{line.Split(',')[0]},{(row % 5 == 0 ? "YES" : "NO")}"),
        ]);
        _table = new TableWork(_folder);
        _catalog = new CatalogWork(_folder, Path.Combine(_folder, "run"));
    }

    [Benchmark]
    public object ReadAndJoin() => _table.Run();

    [Benchmark]
    public object ReadAndJoinAsStages() => _catalog.Run();

    [GlobalCleanup]
    public void Dispose()
    {
        _catalog.Dispose();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
