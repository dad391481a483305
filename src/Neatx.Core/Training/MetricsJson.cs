using System.Text.Json.Serialization;

namespace Neatx.Core.Training;

/// <summary>How a line of metrics.jsonl is written: snake_case names, on one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = false)]
[JsonSerializable(typeof(EpochMetrics))]
public sealed partial class MetricsJson : JsonSerializerContext;
