using System.Text.Json.Serialization;
using Neatx.Core.Training;

namespace Neatx.Learning.Prediction;

/// <summary>How the parts of a card are written: snake_case names, on one line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DetectorCard))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<Head>))]
[JsonSerializable(typeof(PreprocessingOptions))]
[JsonSerializable(typeof(IReadOnlyList<OperatingThreshold>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(JournalHead))]
[JsonSerializable(typeof(ImageOutcome))]
[JsonSerializable(typeof(LabelSetCard))]
internal sealed partial class CardJson : JsonSerializerContext;
