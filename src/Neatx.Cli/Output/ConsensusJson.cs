using System.Text.Json;
using Neatx.Core.Labels.Consensus;
using Neatx.Workspace.Agreement;

namespace Neatx.Cli.Output;

/// <summary>The JSON of neatx consensus, a contract: docs/guide/consensus.md.</summary>
internal static class ConsensusJson
{
    public static void Write(Utf8JsonWriter writer, ConsensusProvenance provenance, ConsensusLabels labels)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", provenance.Rule);
        writer.WriteStartObject("options");
        foreach (var option in provenance.Options) writer.WriteString(option.Name, option.Value);
        writer.WriteEndObject();
        writer.WriteNumber("reference_labels", provenance.ReferenceLabels);
        JsonList.Write(writer, "classes", labels.Classes);
        WriteItems(writer, labels);
        WriteRaters(writer, labels);
        JsonList.Write(writer, "log_likelihood", labels.Fit?.LogLikelihood ?? []);
        if (labels.Fit is { } fit)
        {
            writer.WriteNumber("log_prior", fit.LogPrior);
            writer.WriteNumber("iterations", fit.Iterations);
            writer.WriteBoolean("converged", fit.Converged);
            JsonList.Write(writer, "prevalences", fit.Prevalences);
        }

        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, ConsensusLabels labels)
    {
        writer.WriteStartArray("items");
        for (var item = 0; item < labels.Items.Count; item++)
        {
            var consensus = labels.Items[item];
            writer.WriteStartObject();
            writer.WriteString("item", labels.Ratings.Items[item]);
            writer.WriteString("label", labels.LabelOf(item));
            WriteNullable(writer, "probability", consensus.Probability);
            writer.WriteNumber("support", consensus.Support);
            JsonList.Write(writer, "probabilities", labels.ProbabilitiesOf(item).ToArray());
            if (consensus.Difficulty is { } difficulty) writer.WriteNumber("difficulty", difficulty);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteRaters(Utf8JsonWriter writer, ConsensusLabels labels)
    {
        writer.WriteStartArray("raters");
        foreach (var rater in labels.Raters)
        {
            writer.WriteStartObject();
            writer.WriteString("rater", rater.Rater);
            writer.WriteNumber("ratings", rater.Ratings);
            if (rater.Confusion is { } confusion) WriteConfusion(writer, confusion);
            else writer.WriteNull("confusion");
            writer.WritePropertyName("accuracy");
            StatisticConverter.Write(writer, rater.Accuracy);
            writer.WritePropertyName("ability");
            StatisticConverter.Write(writer, rater.Ability);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteConfusion(Utf8JsonWriter writer, ConfusionMatrix confusion)
    {
        writer.WriteStartArray("confusion");
        for (var row = 0; row < confusion.Classes.Count; row++)
        {
            writer.WriteStartArray();
            for (var column = 0; column < confusion.Categories.Count; column++)
            {
                if (confusion[row, column] is { } share) writer.WriteNumberValue(share);
                else writer.WriteNullValue();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        JsonList.Write(writer, "confusion_rows", confusion.Classes);
        JsonList.Write(writer, "confusion_columns", confusion.Categories);
    }

    private static void WriteNullable(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}
