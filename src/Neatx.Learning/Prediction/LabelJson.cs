using System.Text.Json.Serialization;

namespace Neatx.Learning.Prediction;

/// <summary>How labels.json is written: snake_case names, indented.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(LabelSetCard))]
internal sealed partial class LabelJson : JsonSerializerContext;
