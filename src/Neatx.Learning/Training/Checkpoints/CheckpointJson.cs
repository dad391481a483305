using System.Text.Json.Serialization;

namespace Neatx.Learning.Training.Checkpoints;

/// <summary>How the position is written into the header of a checkpoint.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TrainingPosition))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
