using System.Reflection;
using Neatx.Core.Labels;
using Neatx.Core.Training;
using Neatx.Imaging;
using Neatx.Learning.Models;
using Neatx.Learning.Onnx;
using Neatx.Learning.Training.Input;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;

namespace Neatx.Learning.Prediction;

/// <summary>The detector that a training run made, from its folder. Needs no libtorch.</summary>
public static class RunDetector
{
    /// <summary>Reads a run folder whose training is done.</summary>
    /// <param name="folder">The run folder.</param>
    /// <param name="choice">How thresholds are chosen.</param>
    /// <param name="simplify">Write the graph that is fast, not node for node; see <see cref="OnnxOptions.Simplify"/>.</param>
    /// <exception cref="NeatxException">A file is missing or does not fit the others; the message says what to do.</exception>
    public static DetectorModel Read(string folder, ThresholdChoice choice, bool simplify = true)
    {
        if (!Directory.Exists(folder)) throw new NeatxException($"there is no folder '{folder}'. Name a run folder, as neatx train leaves it.");
        foreach (var file in (string[])[RunFiles.Config, RunFiles.Images, RunFiles.Model, RunFiles.Scores])
        {
            if (!File.Exists(Path.Combine(folder, file)))
                throw new NeatxException($"{folder} has no {file}: it is no run folder, or its training is not done. See {RunFiles.State} in it, and run neatx train {folder} to its end.");
        }

        var (input, mistakes) = RunInput.Read(Path.GetFullPath(folder));
        if (input is null) throw new NeatxException($"{folder} cannot be used:\n{string.Join('\n', mistakes)}");
        var config = input.Config;
        var network = Networks.Create(config);
        var loaded = LoadedWeights.Read(network, Path.Combine(folder, RunFiles.Model), new MatchOptions { Variant = config.Variant });
        var weights = new ParameterValues(network.Parameters, (parameter, values) => loaded.Match.Tensors[parameter.Name].CopyTo(values));
        var card = new DetectorCard
        {
            Name = config.Name,
            Synthetic = config.Synthetic,
            Network = network.Name,
            Heads = config.Heads,
            Preprocessing = config.Preprocessing,
            PreprocessorVersion = Preprocessor.Version,
            Thresholds = ThresholdsOf(folder, config.Findings(), input.Images, choice),
            Provenance = ProvenanceOf(config, loaded.Sha256),
        };
        var options = new OnnxOptions { Probabilities = true, Simplify = simplify, Metadata = CardMetadata.Write(card) };
        var shape = new Shape(network.InputChannels, config.Preprocessing.Size, config.Preprocessing.Size);
        return new DetectorModel(OnnxWriter.Bytes(network, weights, shape, options), card);
    }

    private static IReadOnlyList<OperatingThreshold> ThresholdsOf(string folder, IReadOnlyList<string> findings, IReadOnlyList<RunImage> images, ThresholdChoice choice)
    {
        var states = images.Where(image => image.Part == RunParts.Validation).ToDictionary(image => image.Image, image => image.States, StringComparer.Ordinal);
        var columns = findings.ToDictionary(finding => finding, _ => (States: new List<LabelState>(), Scores: new List<double>()), StringComparer.Ordinal);
        var places = findings.Select((finding, index) => (finding, index)).ToDictionary(each => each.finding, each => each.index, StringComparer.Ordinal);
        foreach (var row in ScoreRows.Read(Path.Combine(folder, RunFiles.Scores), RunParts.Validation))
        {
            if (!states.TryGetValue(row.Image, out var own) || !columns.TryGetValue(row.Finding, out var column))
                throw new NeatxException($"{RunFiles.Scores} of {folder} has scores for {row.Finding} on {row.Image}, which the run does not have. Train it again.");
            column.States.Add(own[places[row.Finding]]);
            column.Scores.Add(row.Score);
        }

        return Thresholds.Choose(findings, [.. findings.Select(each => columns[each].States.ToArray())], [.. findings.Select(each => columns[each].Scores.ToArray())], choice);
    }

    private static Dictionary<string, string> ProvenanceOf(RunConfig config, string model)
    {
        var provenance = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["seed"] = FormattableString.Invariant($"{config.Seed}"),
            ["start_weights"] = config.Weights.Source,
            ["model_sha256"] = model,
            ["images_sha256"] = config.ImagesSha256,
            ["neatx"] = typeof(RunDetector).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0],
        };
        if (config.Weights.Sha256 is { } start) provenance["start_weights_sha256"] = start;
        foreach (var (name, text) in config.Provenance) provenance.TryAdd(name, text);
        return provenance;
    }
}
