using System.Text.Json.Serialization;

namespace Neatx.Core.Campaign;

/// <summary>How plans and images stand in the log: snake_case names, on one line; unknown members are refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CampaignPlan))]
[JsonSerializable(typeof(AddedImages))]
public sealed partial class CampaignJson : JsonSerializerContext;
