using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
public sealed partial class TrainingJson : JsonSerializerContext
{
    /// <summary>
    /// The same for reading what people wrote: a member that is absent keeps its default. Generated code sets every member, to nothing where it is absent.
    /// </summary>
    public static JsonSerializerOptions WithDefaults => field ??= new(Default.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new JsonStringEnumConverter() },
    };
}
