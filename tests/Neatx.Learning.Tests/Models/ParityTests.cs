using System.Globalization;
using System.Text.Json;
using Neatx.Core.Statistics;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Tests.Driving;
using static TorchSharp.torch;

namespace Neatx.Learning.Tests.Models;

/// <summary>Our networks give what torchvision's and Keras' give on the same weights: Fixtures/parity.json, and Debian's torchvision asked now.</summary>
public sealed class ParityTests
{
    /// <summary>The promise is 1e-4. Statistics of a batch of two images are less certain than running ones.</summary>
    private const double Tolerance = 1e-5, StepTolerance = 5e-5;

    private static readonly JsonDocument Golden = JsonDocument.Parse(File.ReadAllText(Fixture("parity.json")));

    public static TheoryData<string> Cases => [.. Golden.RootElement.EnumerateObject().Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Outputs_OnWeightsOfAFormula_EqualTheReference(string name) => Compare(name, Golden.RootElement.GetProperty(name));

    [Fact]
    public void Outputs_AskedOfTorchvisionNow_AreTheSame()
    {
        string[] names = ["densenet121.torchvision.97", "resnet50.torchvision.64", "inception_v3.torchvision.96", "densenet121.train.64"];
        using var live = JsonDocument.Parse(Python.Run("torchvision", Fixture("parity.py"), names));
        foreach (var name in names) Compare(name, live.RootElement.GetProperty(name));
    }

    private static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    private static void Compare(string name, JsonElement expected)
    {
        var parts = name.Split('.');
        var size = int.Parse(parts[2], CultureInfo.InvariantCulture);
        using var scope = NewDisposeScope();
        var network = Network(parts[0], parts[1]);
        using var parameters = new ParameterSet(ParityFormula.Weights(network));
        var runner = new TorchNetwork(network, parameters);
        var image = tensor(ParityFormula.Image(size), [ParityFormula.Images, 3, size, size], ScalarType.Float32);
        if (parts[1] == "train")
        {
            CompareStep(runner, image, expected);
            return;
        }

        AssertClose(expected.GetProperty("logits"), runner.Infer(image)[0], name);
    }

    private static Network Network(string architecture, string variant) => Networks.Create(
        architecture switch { "densenet121" => Architecture.DenseNet121, "resnet50" => Architecture.ResNet50, _ => Architecture.InceptionV3 },
        variant == "keras" ? ModelVariant.Keras : ModelVariant.Torchvision,
        [new Head("outputs", ["a", "b", "c", "d", "e"])],
        new NetworkOptions { TransformInput = variant == "transformed" });

    /// <summary>Forward and backward in training mode: outputs, loss, gradients and running statistics.</summary>
    private static void CompareStep(TorchNetwork runner, Tensor image, JsonElement expected)
    {
        var random = new RandomStream(1);
        var logits = runner.Train(image, ref random)[0];
        var loss = nn.functional.binary_cross_entropy_with_logits(logits, tensor(ParityFormula.Targets(), logits.shape, ScalarType.Float32));
        loss.backward();
        AssertClose(expected.GetProperty("logits"), logits.detach(), "logits", StepTolerance);
        Assert.Equal(expected.GetProperty("loss").GetDouble(), loss.item<float>(), StepTolerance);
        foreach (var each in expected.GetProperty("gradients").EnumerateObject())
        {
            var gradient = runner.Parameters[each.Name].grad!;
            var norm = each.Value[0].GetDouble();
            Assert.Equal(norm, gradient.to(ScalarType.Float64).norm().item<double>(), 1e-3 * norm);
            Assert.Equal(each.Value[1].GetDouble(), gradient.flatten()[0].item<float>(), 1e-3 * norm);
        }

        foreach (var each in expected.GetProperty("statistics").EnumerateObject())
            Assert.Equal(each.Value.GetDouble(), runner.Parameters[each.Name].to(ScalarType.Float64).sum().item<double>(), 1e-4 * Math.Max(1, Math.Abs(each.Value.GetDouble())));
    }

    private static void AssertClose(JsonElement expected, Tensor actual, string name, double tolerance = Tolerance)
    {
        var wanted = expected.EnumerateArray().Select(each => each.GetDouble()).ToArray();
        var found = actual.data<float>().ToArray();
        Assert.Equal(wanted.Length, found.Length);
        var scale = Math.Max(1, wanted.Max(Math.Abs));
        var worst = wanted.Zip(found, (a, b) => Math.Abs(a - b)).Max() / scale;
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {worst:E2}");
        Assert.True(worst <= tolerance, $"{name}: largest difference {worst:E2} of {scale:G3}, allowed {tolerance:E0}");
    }
}
