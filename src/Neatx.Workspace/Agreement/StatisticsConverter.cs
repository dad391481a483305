using System.Text.Json;
using System.Text.Json.Serialization;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Agreement;

/// <summary>Writes named statistics as one JSON object, in their order: <c>{"cohen_kappa": {...}, ...}</c>.</summary>
public sealed class StatisticsConverter : JsonConverter<IReadOnlyList<KeyValuePair<string, Statistic>>>
{
    private static readonly StatisticConverter One = new();

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, Statistic>> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, statistic) in value)
        {
            writer.WritePropertyName(name);
            StatisticConverter.Write(writer, statistic);
        }

        writer.WriteEndObject();
    }

    public override IReadOnlyList<KeyValuePair<string, Statistic>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var statistics = new List<KeyValuePair<string, Statistic>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            statistics.Add(new(name, One.Read(ref reader, typeof(Statistic), options)));
        }

        return statistics;
    }
}
