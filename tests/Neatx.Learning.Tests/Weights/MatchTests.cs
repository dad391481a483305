using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;
using Neatx.Learning.Weights.Names;

namespace Neatx.Learning.Tests.Weights;

/// <summary>Weights against the smallest network: what fits, and everything that does not.</summary>
public sealed class MatchTests : IDisposable
{
    private static readonly Network Small = Networks.Create(Architecture.Small, ModelVariant.Torchvision, [new Head("all", ["drain", "trach"])]);

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("module.")]
    [InlineData("module.model.densenet.")]
    public void Read_AnyPrefix_GivesTheValues(string prefix)
    {
        var values = FormulaWeights.Of(Small);
        var loaded = LoadedWeights.Read(Small, Write(Tensors(values).Select(tensor => tensor.Named(prefix + tensor.Name))), new MatchOptions());
        Same(values, loaded.Over(ParameterValues.Initialise(Small, 9)));
        Assert.Equal(prefix.Length == 0 ? [] : [$"'{prefix}' taken from the beginning of names"], loaded.Remarks);
    }

    [Fact]
    public void Read_PartOfANetwork_IsPutInItsPlace()
    {
        var features = Tensors(FormulaWeights.Of(Small)).Where(tensor => tensor.Name.StartsWith("features.", StringComparison.Ordinal)).Select(tensor => tensor.Named(tensor.Name["features.".Length..]));
        var loaded = LoadedWeights.Read(Small, Write(features), new MatchOptions { AllowsNewHead = true });
        Assert.Equal(["'features.' put before names", "initialised anew: classifier.weight, classifier.bias"], loaded.Remarks);
    }

    [Fact]
    public void Read_FirstNamesOfDenseNet_AreBroughtUpToDate()
    {
        var values = FormulaWeights.Of(Small);
        var old = Tensors(values).Select(tensor => tensor.Named(System.Text.RegularExpressions.Regex.Replace(tensor.Name, @"(denselayer\d+\.(?:norm|conv))([12])\.", "$1.$2.")));
        Same(values, LoadedWeights.Read(Small, Write(old), new MatchOptions()).Over(values));
    }

    [Fact]
    public void Read_OtherTypes_AreConverted()
    {
        var halves = Tensors(FormulaWeights.Of(Small)).Select(tensor =>
        {
            var bytes = new byte[tensor.Count * 2];
            var floats = tensor.ToFloats();
            for (var index = 0; index < floats.Length; index++) BitConverter.TryWriteBytes(bytes.AsSpan(index * 2), (Half)floats[index]);
            return new StoredTensor(tensor.Name, DataType.F16, tensor.Shape, bytes);
        }).ToList();
        var read = LoadedWeights.Read(Small, Write(halves), new MatchOptions()).Over(ParameterValues.Initialise(Small, 1));
        foreach (var half in halves) Assert.Equal(half.ToFloats(), read[half.Name].ToArray());
    }

    [Fact]
    public void For_OtherHead_StartsItAnewFromTheSeedAndSaysSo()
    {
        var tensors = Tensors(FormulaWeights.Of(Small)).Where(tensor => !tensor.Name.StartsWith("classifier", StringComparison.Ordinal)).ToList();
        tensors.Add(StoredTensor.Of("classifier.weight", [1000, 4], new float[4000]));
        tensors.Add(StoredTensor.Of("classifier.bias", [1000], new float[1000]));
        tensors.Add(new StoredTensor("features.norm0.num_batches_tracked", DataType.I64, [], new byte[8]));
        var path = Write(tensors);
        var values = LoadedWeights.For(Small, new StartWeights("x", path, FileHash.Of(path)), 7, ModelVariant.Torchvision, out var remarks);
        Assert.Equal(ParameterValues.Initialise(Small, 7)["classifier.weight"].ToArray(), values["classifier.weight"].ToArray());
        Assert.Equal(FormulaWeights.Of(Small)["features.conv0.weight"].ToArray(), values["features.conv0.weight"].ToArray());
        Assert.Equal(
            [
                "initialised anew: classifier.weight, classifier.bias",
                "not used, counters of training: 1 num_batches_tracked",
                "not used, outputs for other findings: classifier.bias (1,000), classifier.weight (1,000 x 4)",
            ],
            remarks);
    }

    [Fact]
    public void For_Random_DrawsFromTheSeed()
    {
        Same(ParameterValues.Initialise(Small, 3), LoadedWeights.For(Small, StartWeights.Random, 3, ModelVariant.Torchvision, out var remarks));
        Assert.Empty(remarks);
    }

    [Fact]
    public void For_FileThatChanged_IsRefused()
    {
        var path = Write(Tensors(FormulaWeights.Of(Small)));
        var start = new StartWeights("x", path, new string('0', 64));
        Assert.Contains("is not the file it was: its SHA-256 is ", Assert.Throws<NeatxException>(() => LoadedWeights.For(Small, start, 1, ModelVariant.Torchvision, out _)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherVariant_IsRefused()
    {
        SafetensorsWriter.Write(_scratch["w"], Tensors(FormulaWeights.Of(Small)), new Dictionary<string, string> { [NamedWeights.VariantKey] = "Keras" });
        Assert.Contains(
            "holds weights for the variant Keras of the network; the variant Torchvision was asked for",
            Assert.Throws<NeatxException>(() => LoadedWeights.Read(Small, _scratch["w"], new MatchOptions { Variant = ModelVariant.Torchvision })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NewHeadUnasked_IsAMismatch()
    {
        var path = Write(Tensors(FormulaWeights.Of(Small)).Where(tensor => tensor.Name != "classifier.bias"));
        Assert.EndsWith("1 missing in the file:\n  classifier.bias, 2\nThese look like weights of Small.", Assert.Throws<NeatxException>(() => LoadedWeights.Read(Small, path, new MatchOptions())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Mismatches_AreAllListedByKindWithTheLikestName()
    {
        var tensors = Tensors(FormulaWeights.Of(Small)).Select(tensor => tensor.Name switch
        {
            "features.conv0.weight" => tensor.Named("features.convO.weight"),
            "features.norm0.bias" => StoredTensor.Of(tensor.Name, [3], [1, 2, 3]),
            _ when tensor.Name.StartsWith("features.denseblock2.", StringComparison.Ordinal) => tensor.Named($"other.{tensor.Name}"),
            _ => tensor,
        });
        var message = Assert.Throws<NeatxException>(() => LoadedWeights.Read(Small, Write(tensors), new MatchOptions())).Message;
        Assert.Equal(
            """
            61 missing in the file:
              features.conv0.weight, 24 x 3 x 5 x 5 (likest: 'features.convO.weight')
              features.denseblock2.denselayer1.norm1.weight, 36 (likest: 'other.features.denseblock2.denselayer1.norm1.weight')
              features.denseblock2.denselayer1.norm1.bias, 36 (likest: 'other.features.denseblock2.denselayer1.norm1.bias')
              features.denseblock2.denselayer1.norm1.running_mean, 36 (likest: 'other.features.denseblock2.denselayer1.norm1.running_mean')
              features.denseblock2.denselayer1.norm1.running_var, 36 (likest: 'other.features.denseblock2.denselayer1.norm1.running_var')
              and 56 more
            1 of another shape:
              features.norm0.bias: expected 24, found 3
            61 in the file, unknown to the network:
            """,
            message[(message.IndexOf('\n', StringComparison.Ordinal) + 1)..message.IndexOf("\n  other", StringComparison.Ordinal)].Replace("\n  features.convO.weight, 24 x 3 x 5 x 5 (likest: 'features.conv0.weight')", "", StringComparison.Ordinal));
    }

    private string Write(IEnumerable<StoredTensor> tensors)
    {
        SafetensorsWriter.Write(_scratch["w"], tensors);
        return _scratch["w"];
    }

    private static IEnumerable<StoredTensor> Tensors(ParameterValues values) =>
        values.Parameters.Select(parameter => StoredTensor.Of(parameter.Name, [.. parameter.Shape.Select(side => (long)side)], values[parameter.Name]));

    private static void Same(ParameterValues expected, ParameterValues actual)
    {
        foreach (var parameter in expected.Parameters) Assert.Equal(expected[parameter.Name].ToArray(), actual[parameter.Name].ToArray());
    }
}
