using System.Text.Json.Serialization;

namespace Neatx.Core.Training;

/// <summary>How run.json and state.json are written: snake_case names, indented; unknown members are refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    WriteIndented = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(RunConfig))]
[JsonSerializable(typeof(RunLifecycle))]
[JsonSerializable(typeof(PreprocessingOptions))]
public sealed partial class TrainingJson : JsonSerializerContext;
