using System.Runtime.InteropServices;
using Neatx.Bench.Works;
using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Bench.Peers;

/// <summary>The inputs that bench/peers/inputs.py made: raw little-endian arrays, read as both sides read them.</summary>
internal sealed class InputFolder(string path)
{
    private const int Raters = 4;

    /// <summary>The work of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public IWork Load(string work) => work switch
    {
        "kappa" => new KappaWork(Labels("pair_a.u8"), Labels("pair_b.u8")),
        "bootstrap" => new BootstrapWork(Numbers("patient.i32"), Labels("rated_a.u8"), Labels("rated_b.u8")),
        "alpha" => new ManyRatersWork(AgreementNames.AlphaNominal, Matrix("matrix_missing.u8"), categories: 5),
        "fleiss" => new ManyRatersWork(AgreementNames.FleissKappa, Matrix("matrix_complete.u8"), categories: 5),
        "table" => new TableWork(path),
        "catalog" => new CatalogWork(path, Path.Combine(path, "run")),
        "dawid-skene" => new DawidSkeneWork(Numbers("crowd_item.i32"), Numbers("crowd_rater.i32"), Bytes("crowd_label.u8")),
        "auc" => new AucWork(Flags("million_label.u8"), Doubles("million_score.f64")),
        "delong" => new DeLongWork(Flags("pair_label.u8"), Doubles("pair_first.f64"), Doubles("pair_second.f64")),
        "auc-bootstrap" => new AucBootstrapWork(Flags("scored_label.u8"), Doubles("scored_score.f64"), Numbers("scored_patient.i32")),
        "split" => new SplitWork(Numbers("cohort_patient.i32"), Bytes("cohort_findings.u8")),
        "densenet-forward" or "densenet-untouched" or "densenet-tuned" or "densenet-roofline" => ForwardWork.Of(path),
        "recipe" or "recipe-torch" => new RecipeWork(path, Films(4), cached: true),
        "recipe-computed" => new RecipeWork(path, Films(4), cached: false),
        "densenet-tail" or "densenet-tail-untouched" or "densenet-tail-tuned" => new TailWork(path),
        "roofline" => new RooflineWork(ForwardWork.MultiplyAdds),
        "preprocess" or "preprocess-pil" => new PreprocessWork(Films(4)),
        "preprocess-one" => new PreprocessWork(Films(1)),
        _ => throw new ArgumentException($"There is no work '{work}'.", nameof(work)),
    };

    private string[] Films(int count) => [.. Enumerable.Range(0, count).Select(film => Path.Combine(path, $"film{film}.png"))];

    private byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(path, name));

    private int[] Numbers(string name) => MemoryMarshal.Cast<byte, int>(Bytes(name)).ToArray();

    private double[] Doubles(string name) => MemoryMarshal.Cast<byte, double>(Bytes(name)).ToArray();

    private bool[] Flags(string name) => [.. Bytes(name).Select(label => label != 0)];

    /// <summary>0 negative, 1 positive.</summary>
    private LabelState[] Labels(string name) => [.. Bytes(name).Select(label => label == 0 ? LabelState.Negative : LabelState.Positive)];

    /// <summary>Rater by rater: the file has 255 for missing and numbers categories from 0, a column 0 and from 1.</summary>
    private byte[][] Matrix(string name)
    {
        var codes = Bytes(name).Select(category => unchecked((byte)(category + 1))).ToArray();
        return [.. codes.Chunk(codes.Length / Raters)];
    }
}
