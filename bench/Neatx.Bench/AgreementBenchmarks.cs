using BenchmarkDotNet.Attributes;
using Neatx.Bench.Works;
using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Bench;

/// <summary>Agreement at the sizes of the paper's tables, on made-up labels.</summary>
[MemoryDiagnoser]
public class AgreementBenchmarks
{
    private const int Images = 112_120;

    private const int Rated = 1_011;

    private KappaWork _kappa = null!;
    private BootstrapWork _bootstrap = null!;
    private ManyRatersWork _alpha = null!;

    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        _kappa = new KappaWork(Labels(Images, ref random), Labels(Images, ref random));
        var patients = new int[Rated];
        foreach (ref var patient in patients.AsSpan()) patient = random.NextInt(700);
        _bootstrap = new BootstrapWork(patients, Labels(Rated, ref random), Labels(Rated, ref random));
        var ratings = new byte[4][];
        foreach (ref var rater in ratings.AsSpan()) rater = Grades(ref random);
        _alpha = new ManyRatersWork(AgreementNames.AlphaNominal, ratings, categories: 5);
    }

    [Benchmark]
    public object Kappa() => _kappa.Run();

    [Benchmark]
    public object PatientBootstrap() => _bootstrap.Run();

    [Benchmark]
    public object NominalAlpha() => _alpha.Run();

    private static LabelState[] Labels(int count, ref RandomStream random)
    {
        var labels = new LabelState[count];
        foreach (ref var label in labels.AsSpan()) label = random.NextBool(.12) ? LabelState.Positive : LabelState.Negative;
        return labels;
    }

    private static byte[] Grades(ref RandomStream random)
    {
        var grades = new byte[Images];
        foreach (ref var grade in grades.AsSpan()) grade = random.NextBool(.05) ? (byte)0 : (byte)(1 + random.NextInt(5));
        return grades;
    }
}
