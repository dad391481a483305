using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Models.Operations;

namespace Neatx.Learning.Tests.Models;

public sealed class NetworkTests
{
    private static readonly Head[] ImageNet = [new("classes", [.. Enumerable.Range(0, 1000).Select(each => $"c{each}")])];

    /// <summary>Counts as torchvision 0.14 prints them ("num_params"); reference.md has the first three.</summary>
    [Theory]
    [InlineData(Architecture.DenseNet121, ModelVariant.Torchvision, 7_978_856)]
    [InlineData(Architecture.ResNet50, ModelVariant.Torchvision, 25_557_032)]
    [InlineData(Architecture.InceptionV3, ModelVariant.Torchvision, 27_161_264)]
    public void ParameterCount_Torchvision_IsThePublishedOne(Architecture architecture, ModelVariant variant, long expected) =>
        Assert.Equal(expected, Networks.Create(architecture, variant, ImageNet).ParameterCount);

    /// <summary>"Total params" of Keras' summaries (keras.io/api/applications), which count running statistics.</summary>
    [Theory]
    [InlineData(Architecture.DenseNet121, 8_062_504)]
    [InlineData(Architecture.ResNet50, 25_636_712)]
    [InlineData(Architecture.InceptionV3, 23_851_784)]
    public void Parameters_Keras_AreAsManyAsPublished(Architecture architecture, long expected) =>
        Assert.Equal(expected, Networks.Create(architecture, ModelVariant.Keras, ImageNet).Parameters.Sum(each => each.Count));

    /// <summary>reference.md: DenseNet-121's convolutions take 2.83 GMAC at 224 and 14.80 at 512.</summary>
    [Theory]
    [InlineData(224, 2.83)]
    [InlineData(512, 14.80)]
    public void MultiplyAdds_DenseNet_AreThePublishedOnes(int size, double billions)
    {
        var network = Networks.Create(Architecture.DenseNet121, ModelVariant.Torchvision, ImageNet);
        var convolutions = network.Before("flatten");
        Assert.Equal(billions, Math.Round(convolutions.MultiplyAdds(new Shape(3, size, size)) / 1e9, 2));
    }

    /// <summary>reference.md: nine Keras layers, 168,128 parameters, which read a 992 x 16 x 16 map of a film of 512.</summary>
    [Theory]
    [InlineData(ModelVariant.Torchvision)]
    [InlineData(ModelVariant.Keras)]
    public void After_TailOfDenseNet_IsWhatThePaperTrains(ModelVariant variant)
    {
        var network = Networks.Create(Architecture.DenseNet121, variant, [new("tubes", ["a", "b", "c", "d"])]);
        var cut = Networks.TailStart(Architecture.DenseNet121, FreezePolicy.AllButTail);
        var tail = network.After(cut);
        Assert.Equal(168_128, tail.Before("flatten").ParameterCount);
        Assert.Equal(new Shape(992, 16, 16), network.Shapes(new Shape(3, 512, 512))[cut]);
        Assert.Equal(cut, tail.Input.Name);
        Assert.Equal(network.ParameterCount, network.Before(cut).ParameterCount + tail.ParameterCount);
    }

    [Fact]
    public void BeforeAndAfter_EveryPolicyAndArchitecture_ShareNoParameterAndLoseNone()
    {
        foreach (var architecture in Enum.GetValues<Architecture>())
            foreach (var variant in Enum.GetValues<ModelVariant>())
                foreach (var policy in Enum.GetValues<FreezePolicy>())
                {
                    var network = Networks.Create(architecture, variant, [new("one", ["a"]), new("two", ["b", "c"])]);
                    var cut = Networks.TailStart(architecture, policy);
                    var (before, after) = (network.Before(cut), network.After(cut));
                    Assert.Equal(
                        network.Parameters.Select(each => each.Name).Order(StringComparer.Ordinal),
                        before.Parameters.Concat(after.Parameters).Select(each => each.Name).Order(StringComparer.Ordinal));
                    Assert.Equal(2, after.Outputs.Count);
                    Assert.Equal(policy == FreezePolicy.None, before.Nodes.Count == 1);
                }
    }

    [Fact]
    public void After_NodeThatIsBypassed_SaysWhoReadsPastIt()
    {
        var network = Networks.Create(Architecture.ResNet50, ModelVariant.Torchvision, ImageNet);
        var error = Assert.Throws<ArgumentException>(() => network.After("layer1.1.conv1"));
        Assert.Contains("layer1.1.add", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_TooSmallAnImage_NamesTheNode()
    {
        var network = Networks.Create(Architecture.InceptionV3, ModelVariant.Torchvision, ImageNet);
        var error = Assert.Throws<ArgumentException>(() => network.Shapes(new Shape(3, 64, 64)));
        Assert.Contains("Mixed_7a", error.Message, StringComparison.Ordinal);
        Assert.Contains("use larger images", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OneHeadOrSeveral_NamesThemSoThatTorchvisionLoadsTheOne()
    {
        var one = Networks.Create(Architecture.DenseNet121, ModelVariant.Torchvision, [new("tubes", ["a"])]);
        var two = Networks.Create(Architecture.DenseNet121, ModelVariant.Torchvision, [new("tubes", ["a"]), new("findings", ["b", "c"])]);
        Assert.Equal(["classifier"], one.Outputs);
        Assert.Equal(["classifier.tubes", "classifier.findings"], two.Outputs);
        Assert.Equal([2, 1024], two["classifier.findings"].Parameters.First().Shape);
    }

    [Fact]
    public void Network_WrongNodes_IsNotBorn()
    {
        Node input = new("input", new Input(3), []), convolution = new("conv", new Convolution(3, 8, 3, 3), ["input"]);
        Assert.Contains("reads conv", Assert.Throws<ArgumentException>(() => new Network("n", [input, new("relu", new Relu(), ["conv"]), convolution], ["relu"])).Message, StringComparison.Ordinal);
        Assert.Contains("two nodes", Assert.Throws<ArgumentException>(() => new Network("n", [input, convolution, convolution], ["conv"])).Message, StringComparison.Ordinal);
        Assert.Contains("4 channels", Assert.Throws<ArgumentException>(() => new Network("n", [input, convolution, new("norm", new BatchNorm(4), ["conv"])], ["norm"])).Message, StringComparison.Ordinal);
        Assert.Contains("outputs", Assert.Throws<ArgumentException>(() => new Network("n", [input], ["other"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateUNet_AnyFilm_MarksEveryPixel() =>
        Assert.Equal(new Shape(1, 256, 192), Networks.CreateUNet().Shapes(new Shape(1, 256, 192))["masks"]);

    [Fact]
    public void Create_RunThatNormalises_DoesSoInTheNetwork()
    {
        var run = new RunConfig
        {
            Name = "x",
            Seed = 1,
            Architecture = Architecture.InceptionV3,
            Heads = ImageNet,
            Recipe = new TrainingRecipe(),
            Preprocessing = new PreprocessingOptions { ImageNetNormalisation = true },
            ImageFolder = ".",
            CacheFolder = ".",
            ImagesSha256 = "",
        };
        Assert.Equal(["input", "normalize", "transform_input", "Conv2d_1a_3x3.conv"], Networks.Create(run).Nodes.Take(4).Select(each => each.Name));
        Assert.Equal("Conv2d_1a_3x3.conv", Networks.Create(run with { Preprocessing = new PreprocessingOptions() }).Nodes[1].Name);
    }
}
