using BenchmarkDotNet.Attributes;
using Neatx.Bench.Works;
using Neatx.Core.Statistics;

namespace Neatx.Bench;

/// <summary>Evaluation and splits at the sizes of the public datasets, on made-up scores and labels.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private const int Patients = 30_805;
    private const int Images = 112_120;
    private const int Findings = 15;

    private AucWork _auc = null!;
    private DeLongWork _deLong = null!;
    private AucBootstrapWork _bootstrap = null!;
    private SplitWork _split = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        var (labels, patients) = (new bool[Images], new int[Images]);
        foreach (ref var label in labels.AsSpan()) label = random.NextBool(.1);
        foreach (ref var patient in patients.AsSpan()) patient = random.NextInt(Patients);
        var (first, second) = (Scores(labels, ref random), Scores(labels, ref random));
        var findings = new byte[Images * Findings];
        foreach (ref var finding in findings.AsSpan()) finding = random.NextBool(.05) ? (byte)1 : (byte)0;
        _auc = new AucWork(labels, first);
        _deLong = new DeLongWork(labels, first, second);
        _bootstrap = new AucBootstrapWork(labels, first, patients);
        _split = new SplitWork(patients, findings);
    }

    [Benchmark]
    public object Auc() => _auc.Run();

    [Benchmark]
    public object DeLong() => _deLong.Run();

    [Benchmark]
    public object PatientBootstrap() => _bootstrap.Run();

    [Benchmark]
    public object Split() => _split.Run();

    private static double[] Scores(bool[] labels, ref RandomStream random)
    {
        var scores = new double[labels.Length];
        for (var image = 0; image < scores.Length; image++) scores[image] = random.NextGaussian() + (labels[image] ? 1 : 0);
        return scores;
    }
}
