using Neatx.Core.Training;
using Neatx.Learning.Models;

namespace Neatx.Learning.Tests.Models;

public sealed class ParameterValuesTests
{
    private static readonly Network Small = Create(new Head("tubes", ["a", "b"]));

    [Fact]
    public void Initialise_AnotherHead_LeavesAllOtherValues()
    {
        var (one, two) = (ParameterValues.Initialise(Small, 7), ParameterValues.Initialise(Create(new Head("other", ["a", "b", "c"])), 7));
        foreach (var name in Small.Parameters.Select(each => each.Name).Where(each => !each.StartsWith("classifier", StringComparison.Ordinal)))
            Assert.Equal(one.Memory(name).ToArray(), two.Memory(name).ToArray());
        Assert.NotEqual(one["features.conv0.weight"].ToArray(), ParameterValues.Initialise(Small, 8)["features.conv0.weight"].ToArray());
    }

    /// <summary>Held still: weights of a seed are the same on every machine and in every version.</summary>
    [Fact]
    public void Initialise_Seed_GivesTheNumbersItAlwaysGave()
    {
        var values = ParameterValues.Initialise(Small, 1);
        Assert.Equal([0.0222801361f, 0.0584829077f, -0.0409524329f], values["features.conv0.weight"][..3].ToArray());
        Assert.Equal([0.0545249842f, 0.00282007991f, 0.0189371221f], values["classifier.weight"][..3].ToArray());
    }

    [Theory]
    [InlineData(Architecture.DenseNet121, "features.denseblock2.denselayer3.conv2.weight", 0.0416667)]
    [InlineData(Architecture.ResNet50, "layer3.1.conv2.weight", 0.0294628)]
    [InlineData(Architecture.InceptionV3, "Mixed_6b.branch7x7_2.conv.weight", .1)]
    public void Initialise_Convolution_SpreadsAsTorchvisionDraws(Architecture architecture, string name, double deviation)
    {
        var network = Networks.Create(architecture, ModelVariant.Torchvision, [new Head("tubes", ["a"])]);
        var parameter = network.Parameters.Single(each => each.Name == name);
        var values = new float[parameter.Count];
        ParameterValues.Draw(parameter, 3, values);
        Assert.Equal(0, values.Average(each => (double)each), deviation / 20);
        Assert.Equal(deviation, Math.Sqrt(values.Average(each => (double)each * each)), deviation / 50);
    }

    [Fact]
    public void ToValues_AfterASet_GivesWhatWasPut()
    {
        var values = ParameterValues.Initialise(Small, 1);
        using var set = new ParameterSet(values);
        set.Write("classifier.bias", [1, 2]);
        var back = set.ToValues();
        Assert.Equal([1, 2], back["classifier.bias"].ToArray());
        Assert.Equal(values["features.conv0.weight"].ToArray(), back["features.conv0.weight"].ToArray());
        Assert.Throws<ArgumentException>(() => set.Write("classifier.bias", [1, 2, 3]));
        Assert.Throws<KeyNotFoundException>(() => set["nothing"]);
    }

    private static Network Create(Head head) => Networks.Create(Architecture.Small, ModelVariant.Torchvision, [head]);
}
