using System.CommandLine;
using Neatx.Cli.Parsing;
using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Names;

namespace Neatx.Cli.Verbs;

/// <summary>The options that name the network which weights are compared with.</summary>
internal sealed class WeightsModel
{
    private const int ImageNetOutputs = 1000;

    private static readonly Dictionary<string, Architecture> Architectures = Enum.GetValues<Architecture>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);
    private static readonly Dictionary<string, ModelVariant> Variants = Enum.GetValues<ModelVariant>().ToDictionary(value => value.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private readonly Option<string?> _model = OptionKinds.Word("--model", [.. Architectures.Keys], otherwise: null, "The network that the weights should fit.", value: "NAME");
    private readonly Option<string?> _variant = OptionKinds.Word("--variant", [.. Variants.Keys], otherwise: null, "Whose details it follows. Without it those of the file.");

    public WeightsModel(Command verb)
    {
        verb.Add(_model);
        verb.Add(_variant);
    }

    /// <summary>The network, with as many outputs as the file has; null when none is named.</summary>
    public Network? Of(ParseResult parsed, WeightsFile file) => parsed.GetValue(_model) is { } name ? Networks.Create(Architectures[name], VariantOf(parsed, file), [HeadOf(file)]) : null;

    public ModelVariant VariantOf(ParseResult parsed, WeightsFile file) =>
        parsed.GetValue(_variant) is { } name ? Variants[name] : NamedWeights.Of(file, []).Variant ?? ModelVariant.Torchvision;

    private static Head HeadOf(WeightsFile file)
    {
        var outputs = NamedWeights.Of(file, []).Tensors.LastOrDefault(tensor => tensor.Shape.Count == 2 && IsHead(tensor.Name))?.Shape[0];
        return new Head("outputs", [.. Enumerable.Range(1, (int)Math.Clamp(outputs ?? ImageNetOutputs, 1, 1 << 20)).Select(index => $"output {index}")]);
    }

    private static bool IsHead(string name) => name.EndsWith("classifier.weight", StringComparison.Ordinal)
        || (name.EndsWith("fc.weight", StringComparison.Ordinal) && !name.Contains("AuxLogits", StringComparison.Ordinal));
}
