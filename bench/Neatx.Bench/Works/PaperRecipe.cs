using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Training.Loop;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;
using TorchSharp;

namespace Neatx.Bench.Works;

/// <summary>The paper's recipe with four findings: DenseNet-121 from the weights that torch saved, all but its tail frozen.</summary>
internal sealed class PaperRecipe
{
    private static readonly string[] Findings = ["drain", "trach", "endo", "nsg"];

    /// <param name="folder">Holds the weights.</param>
    public PaperRecipe(string folder)
    {
        Config = new RunConfig
        {
            Name = "recipe",
            Seed = 1,
            Architecture = Core.Training.Architecture.DenseNet121,
            Heads = [new Head("tubes", Findings)],
            Recipe = Recipes.ByName[Recipes.Drain],
            ImageFolder = folder,
            CacheFolder = folder,
            ImagesSha256 = "",
        };
        var network = Networks.Create(Config);
        var cut = Networks.TailStart(Config.Architecture, FreezePolicy.AllButTail);
        (Prefix, Tail) = (network.Before(cut), network.After(cut));
        Start = LoadedWeights.Read(network, Path.Combine(folder, "densenet.pth"), new MatchOptions()).Over(ParameterValues.Initialise(network, 1));
    }

    public RunConfig Config { get; }

    public Network Prefix { get; }

    public Network Tail { get; }

    public ParameterValues Start { get; }

    /// <summary>Trains the tail; labels differ from image to image, and from finding to finding.</summary>
    public Learner Learn(ParameterSet parameters, int images, IReadOnlyList<long> shape)
    {
        var labelled = Enumerable.Range(0, images).Select(image => new RunImage(
            $"{image}", $"{image}", "", RunParts.Train, [.. Findings.Select((_, finding) => (image >> finding) % 2 == 0 ? LabelState.Negative : LabelState.Positive)], new float?[Findings.Length]));
        return new Learner(new TorchNetwork(Tail, parameters), new LabelTargets(Config, [.. labelled]), Config.Recipe.BatchSize, shape, torch.CPU);
    }
}
