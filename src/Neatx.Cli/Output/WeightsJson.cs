using System.Text.Json;
using Neatx.Learning.Weights;
using Neatx.Learning.Weights.Matching;
using Neatx.Learning.Weights.Names;

namespace Neatx.Cli.Output;

/// <summary>The JSON of neatx weights show, a contract: docs/guide/weights.md.</summary>
internal static class WeightsJson
{
    /// <param name="writer">Takes the document.</param>
    /// <param name="file">What was read.</param>
    /// <param name="match">How it fits a network, or null when none was named.</param>
    public static void Write(Utf8JsonWriter writer, WeightsFile file, WeightsMatch? match)
    {
        writer.WriteStartObject();
        writer.WriteString("format", file.Format switch
        {
            WeightsFormat.Safetensors => "safetensors",
            WeightsFormat.PyTorchZip => "pytorch_zip",
            WeightsFormat.PyTorchLegacy => "pytorch_legacy",
            _ => "keras_hdf5",
        });
        writer.WriteNumber("bytes", file.Length);
        writer.WriteString("sha256", file.Sha256);
        if (ArchitectureGuess.Of(NamedWeights.Of(file, []).Tensors.Select(tensor => tensor.Name)) is { } guess) writer.WriteString("looks_like", guess.What);
        else writer.WriteNull("looks_like");
        writer.WriteStartObject("metadata");
        foreach (var (name, text) in file.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)) writer.WriteString(name, text);
        writer.WriteEndObject();
        JsonList.Write(writer, "notes", match is null ? file.Notes : MatchText.Remarks(match));
        writer.WriteStartArray("tensors");
        foreach (var tensor in file.Tensors)
        {
            writer.WriteStartObject();
            writer.WriteString("name", tensor.Name);
            writer.WriteString("type", DataTypes.NameOf(tensor.Type));
            WriteShape(writer, "shape", tensor.Shape);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (match is not null) WriteMatch(writer, match);
        writer.WriteEndObject();
    }

    private static void WriteMatch(Utf8JsonWriter writer, WeightsMatch match)
    {
        writer.WriteStartObject("match");
        writer.WriteString("network", match.Network.Name);
        writer.WriteBoolean("fits", match.Mismatches.Count == 0);
        JsonList.Write(writer, "new", match.New.Select(parameter => parameter.Name));
        JsonList.Write(writer, "unused", match.Unused.Select(unused => unused.Tensor.Name));
        writer.WriteStartArray("mismatches");
        foreach (var mismatch in match.Mismatches)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", mismatch.Kind switch { MismatchKind.Missing => "missing", MismatchKind.OtherShape => "other_shape", _ => "unexpected" });
            writer.WriteString("name", mismatch.Name);
            WriteShape(writer, "wanted", mismatch.Wanted);
            WriteShape(writer, "found", mismatch.Found);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter writer, string name, IReadOnlyList<long>? shape)
    {
        if (shape is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartArray(name);
        foreach (var size in shape) writer.WriteNumberValue(size);
        writer.WriteEndArray();
    }
}
