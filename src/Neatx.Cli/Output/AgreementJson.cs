using System.Text.Json;
using Neatx.Core.Agreement;
using Neatx.Workspace.Agreement;

namespace Neatx.Cli.Output;

/// <summary>The JSON of neatx agreement, a contract: docs/guide/agreement.md.</summary>
internal static class AgreementJson
{
    /// <param name="writer">Takes the document.</param>
    /// <param name="agreement">What was asked for.</param>
    /// <param name="policies">The same under every policy, or null when that was not asked for.</param>
    public static void Write(Utf8JsonWriter writer, RatingsAgreement agreement, IReadOnlyList<RatingsAgreement>? policies)
    {
        writer.WriteStartObject();
        writer.WriteNumber("n", agreement.N);
        writer.WriteNumber("items", agreement.Items);
        if (agreement.Clusters is { } clusters) writer.WriteNumber("clusters", clusters);
        else writer.WriteNull("clusters");
        JsonList.Write(writer, "raters", agreement.Raters.Select(rater => rater.Key));
        writer.WriteStartArray("ratings");
        foreach (var (_, ratings) in agreement.Raters) writer.WriteNumberValue(ratings);
        writer.WriteEndArray();
        WriteFigure(writer, agreement);
        if (policies is not null)
        {
            writer.WriteStartArray("policies");
            foreach (var other in policies)
            {
                writer.WriteStartObject();
                writer.WriteNumber("n", other.N);
                WriteFigure(writer, other);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter writer, RatingsAgreement agreement)
    {
        writer.WriteString("policy", agreement.Policy);
        JsonList.Write(writer, "categories", agreement.Categories);
        if (agreement.Crosstab is { } crosstab) WriteCrosstab(writer, crosstab);
        writer.WriteString("headline", agreement.Headline);
        if (agreement.Band is { } band) writer.WriteString("band", band.Name);
        else writer.WriteNull("band");
        writer.WriteStartObject("statistics");
        foreach (var (name, statistic) in agreement.Statistics.All)
        {
            writer.WritePropertyName(name);
            StatisticConverter.Write(writer, statistic);
        }

        writer.WriteEndObject();
        if (agreement.Crosstab is null) WritePairs(writer, agreement.Pairs);
    }

    private static void WritePairs(Utf8JsonWriter writer, IReadOnlyList<RaterPair> pairs)
    {
        writer.WriteStartArray("pairs");
        foreach (var pair in pairs)
        {
            writer.WriteStartObject();
            writer.WriteString("a", pair.A);
            writer.WriteString("b", pair.B);
            writer.WriteNumber("n", pair.N);
            WriteCrosstab(writer, pair.Crosstab);
            writer.WriteStartObject("statistics");
            writer.WritePropertyName(AgreementNames.CohenKappa);
            StatisticConverter.Write(writer, pair.Kappa);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteCrosstab(Utf8JsonWriter writer, Crosstab crosstab)
    {
        writer.WriteStartArray("crosstab");
        for (var row = 0; row < crosstab.Size; row++)
        {
            writer.WriteStartArray();
            for (var column = 0; column < crosstab.Size; column++) writer.WriteNumberValue(crosstab[row, column]);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
