using Neatx.Core.Training;
using Neatx.Learning.Models;
using Neatx.Learning.Weights.Matching;

namespace Neatx.Learning.Weights;

/// <summary>Weights that fit a network: what a run starts from, or a trained detector predicts with.</summary>
/// <param name="Match">What fitted, what starts anew, what was left.</param>
/// <param name="Sha256">Of the file.</param>
public sealed record LoadedWeights(WeightsMatch Match, string Sha256)
{
    /// <summary>What a report should say besides: what was renamed, starts anew or was left, a phrase each.</summary>
    public IReadOnlyList<string> Remarks => MatchText.Remarks(Match);

    /// <summary>Reads a file for a network.</summary>
    /// <param name="network">What it must fit.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">What is accepted.</param>
    /// <param name="sha256">What the file's bytes must be, lower-case hexadecimal; null for any.</param>
    /// <exception cref="NeatxException">The file cannot be read, is another than it was, or does not fit; with all mismatches.</exception>
    public static LoadedWeights Read(Network network, string path, MatchOptions options, string? sha256 = null)
    {
        var file = WeightsFile.Open(path);
        if (sha256 is not null && file.Sha256 != sha256)
            throw new NeatxException($"'{path}' is not the file it was: its SHA-256 is {file.Sha256}, expected was {sha256}. Put the former file back, or plan the run anew.");
        var match = WeightsMatch.Of(network, file, options);
        if (options.Variant is { } variant && match.Named.Variant is { } found && found != variant)
        {
            throw new NeatxException($"'{path}' holds weights for the variant {found} of the network; the variant {variant} was asked for. "
                + $"They differ in strides, padding or batch norms, so that the weights would mean something else. Ask for the variant {found}.");
        }

        return match.Mismatches.Count == 0
            ? new LoadedWeights(match, file.Sha256)
            : throw new NeatxException($"'{path}' does not fit {network.Name}:\n{MatchText.Mismatches(match)}");
    }

    /// <summary>
    /// The values that a run starts from: all drawn from the seed, then those of the file put in their places. Drawn values do not depend on what the file holds.
    /// </summary>
    /// <param name="network">The run's network.</param>
    /// <param name="start">Random, or a file; its features must fit, its outputs start anew where they do not.</param>
    /// <param name="seed">The run's.</param>
    /// <param name="variant">The run's.</param>
    /// <param name="remarks">What a report should say of it; nothing for random initialisation.</param>
    /// <exception cref="NeatxException">As <see cref="Read"/>.</exception>
    public static ParameterValues For(Network network, StartWeights start, ulong seed, ModelVariant variant, out IReadOnlyList<string> remarks)
    {
        if (start.File is null)
        {
            remarks = [];
            return ParameterValues.Initialise(network, seed);
        }

        var loaded = Read(network, start.File, new MatchOptions { AllowsNewHead = true, Variant = variant }, start.Sha256);
        remarks = loaded.Remarks;
        return loaded.Over(ParameterValues.Initialise(network, seed));
    }

    /// <summary>The values of the file; those that it does not hold are the given ones.</summary>
    public ParameterValues Over(ParameterValues values) => new(Match.Network.Parameters, (parameter, target) =>
    {
        if (Match.Tensors.TryGetValue(parameter.Name, out var tensor)) tensor.CopyTo(target);
        else values[parameter.Name].CopyTo(target);
    });
}
