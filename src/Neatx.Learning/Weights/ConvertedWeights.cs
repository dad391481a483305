using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Weights.Matching;
using Neatx.Learning.Weights.Names;

namespace Neatx.Learning.Weights;

/// <summary>A file of weights under torchvision's names, ready to be written as safetensors.</summary>
public sealed class ConvertedWeights
{
    private readonly WeightsFile _file;
    private readonly ModelVariant _variant;

    private ConvertedWeights(WeightsFile file, WeightsMatch match, ModelVariant variant) => (_file, Match, _variant) = (file, match, variant);

    public WeightsMatch Match { get; }

    /// <summary>What was renamed or left, a phrase each.</summary>
    public IReadOnlyList<string> Remarks => MatchText.Remarks(Match, Match.Unused.Where(unused => !IsKept(unused.Tensor)));

    /// <param name="file">What is converted.</param>
    /// <param name="network">What it must fit, outputs included.</param>
    /// <param name="variant">The network's.</param>
    /// <param name="dropped">Beginnings of names that are left out.</param>
    /// <exception cref="NeatxException">It does not fit; with all mismatches.</exception>
    public static ConvertedWeights Of(WeightsFile file, Network network, ModelVariant variant, IReadOnlyList<string> dropped)
    {
        var match = WeightsMatch.Of(network, file, new MatchOptions { AllowsNewHead = true, Dropped = dropped });
        if (match.Named.Variant is { } found && found != variant) throw new NeatxException($"'{file.Path}' holds weights for the variant {found}; convert them as such.");
        return match.Mismatches.Count == 0 ? new ConvertedWeights(file, match, variant) : throw new NeatxException($"'{file.Path}' does not fit {network.Name}:\n{MatchText.Mismatches(match)}");
    }

    /// <summary>Writes the tensors that fit, in the types they have, and those of an auxiliary head, which torchvision expects.</summary>
    public void Write(string path) => SafetensorsWriter.Write(
        path,
        [.. Match.Tensors.Values, .. Match.Unused.Select(unused => unused.Tensor).Where(IsKept)],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["format"] = "pt",
            [NamedWeights.VariantKey] = _variant.ToString(),
            ["neatx_source"] = System.IO.Path.GetFileName(_file.Path),
            ["neatx_source_sha256"] = _file.Sha256,
        });

    private bool IsKept(StoredTensor tensor) => Match.Network.Auxiliary.Any(parameter => parameter.Name == tensor.Name);
}
