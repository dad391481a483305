using System.Text.Json.Serialization;

namespace Neatx.Web.Exchange;

/// <summary>How the status is written: snake_case names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(CampaignStatus))]
public sealed partial class ExchangeJson : JsonSerializerContext;
