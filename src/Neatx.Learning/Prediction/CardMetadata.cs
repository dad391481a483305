using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Neatx.Learning.Prediction;

/// <summary>A card as the metadata of an ONNX file: a key for each part, its value plain text or JSON, so that any language reads it.</summary>
public static class CardMetadata
{
    private const string Format = "1";

    /// <summary>In the order that docs/guide/export.md lists.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(DetectorCard card) =>
    [
        new("neatx.format", Format),
        new("neatx.name", card.Name),
        new("neatx.synthetic", card.Synthetic ? "true" : "false"),
        new("neatx.network", card.Network),
        new("neatx.findings", Text(card.Findings(), CardJson.Default.IReadOnlyListString)),
        new("neatx.heads", Text(card.Heads, CardJson.Default.IReadOnlyListHead)),
        new("neatx.preprocessing", Text(card.Preprocessing, CardJson.Default.PreprocessingOptions)),
        new("neatx.preprocessor_version", card.PreprocessorVersion.ToString(CultureInfo.InvariantCulture)),
        new("neatx.thresholds", Text(card.Thresholds, CardJson.Default.IReadOnlyListOperatingThreshold)),
        new("neatx.provenance", Text(card.Provenance, CardJson.Default.IReadOnlyDictionaryStringString)),
    ];

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="metadata">Of the file, key to value.</param>
    /// <exception cref="NeatxException">It is not a detector of Neatx, or of a later version.</exception>
    public static DetectorCard Read(string file, IReadOnlyDictionary<string, string> metadata)
    {
        var format = metadata.GetValueOrDefault("neatx.format");
        if (format is null) throw new NeatxException($"{file} says nothing of its findings and preprocessing (neatx.format is missing): it was not written by neatx export. Name a run folder or an exported detector.");
        if (format != Format) throw new NeatxException($"{file} has the form {Wording.Quote(format)} of detectors; this Neatx knows {Format}. Use the version that wrote it.");
        try
        {
            return new DetectorCard
            {
                Name = metadata["neatx.name"],
                Synthetic = metadata["neatx.synthetic"] == "true",
                Network = metadata["neatx.network"],
                Heads = Parse(metadata["neatx.heads"], CardJson.Default.IReadOnlyListHead),
                Preprocessing = Parse(metadata["neatx.preprocessing"], CardJson.Default.PreprocessingOptions),
                PreprocessorVersion = int.Parse(metadata["neatx.preprocessor_version"], CultureInfo.InvariantCulture),
                Thresholds = Parse(metadata["neatx.thresholds"], CardJson.Default.IReadOnlyListOperatingThreshold),
                Provenance = Parse(metadata["neatx.provenance"], CardJson.Default.IReadOnlyDictionaryStringString),
            };
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or JsonException or FormatException)
        {
            throw new NeatxException($"the metadata of {file} was changed or cut: {wrong.Message} Export the detector again.", wrong);
        }
    }

    private static string Text<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);

    private static T Parse<T>(string text, JsonTypeInfo<T> type)
        where T : class => JsonSerializer.Deserialize(text, type) ?? throw new JsonException("a part is null.");
}
