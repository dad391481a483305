using System.Text.Json;
using Neatx.Core.Evaluation;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Evaluation;

namespace Neatx.Cli.Output;

/// <summary>The JSON of neatx auc, a contract: docs/guide/evaluation.md.</summary>
internal static class EvaluationJson
{
    public static void Write(Utf8JsonWriter writer, ScoresFile file, LabelReading reading, ScoreComparison comparison)
    {
        var reference = comparison.Reference;
        writer.WriteStartObject();
        writer.WriteNumber("n", reference.Count);
        writer.WriteNumber("positives", reference.Positives);
        writer.WriteNumber("negatives", reference.Negatives);
        writer.WriteNumber("rows", file.Rows);
        if (reference.Patients is { } patients) writer.WriteNumber("clusters", patients);
        else writer.WriteNull("clusters");
        writer.WriteString("label", file.Columns.Label);
        JsonList.Write(writer, "positive", reading.TextsOf(LabelState.Positive));
        JsonList.Write(writer, "negative", reading.TextsOf(LabelState.Negative));
        writer.WriteString("policy", reference.Policy);
        writer.WriteStartArray("scores");
        foreach (var score in comparison.Scores) WriteScore(writer, score);
        writer.WriteEndArray();
        writer.WriteStartArray("paired");
        foreach (var pair in comparison.Paired) WritePair(writer, pair);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteScore(Utf8JsonWriter writer, ScoreEvaluation score)
    {
        writer.WriteStartObject();
        writer.WriteString("name", score.Name);
        if (score.Warning is { } warning) writer.WriteString("warning", warning);
        writer.WriteStartObject("statistics");
        foreach (var (name, statistic) in score.Statistics.All) WriteStatistic(writer, name, statistic);
        writer.WriteEndObject();
        writer.WriteStartArray("operating_points");
        foreach (var point in score.OperatingPoints) WritePoint(writer, point);
        writer.WriteEndArray();
        writer.WriteStartArray("calibration");
        foreach (var bin in score.Calibration.Bins) WriteBin(writer, bin);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter writer, AucDifference pair)
    {
        writer.WriteStartObject();
        writer.WriteString("a", pair.First);
        writer.WriteString("b", pair.Second);
        writer.WriteStartObject("statistics");
        WriteStatistic(writer, "auc_difference", pair.Difference);
        WriteStatistic(writer, "z", pair.Z);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter writer, OperatingPoint point)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", point.Rule);

        // JSON has no infinity: null is the threshold that calls no image positive.
        if (double.IsFinite(point.Threshold)) writer.WriteNumber("threshold", point.Threshold);
        else writer.WriteNull("threshold");
        writer.WriteNumber("true_positives", point.TruePositives);
        writer.WriteNumber("false_positives", point.FalsePositives);
        writer.WriteNumber("false_negatives", point.FalseNegatives);
        writer.WriteNumber("true_negatives", point.TrueNegatives);
        WriteStatistic(writer, "sensitivity", point.Sensitivity);
        WriteStatistic(writer, "specificity", point.Specificity);
        WriteStatistic(writer, "ppv", point.PositivePredictiveValue);
        WriteStatistic(writer, "npv", point.NegativePredictiveValue);
        writer.WriteEndObject();
    }

    private static void WriteBin(Utf8JsonWriter writer, CalibrationBin bin)
    {
        writer.WriteStartObject();
        writer.WriteNumber("low", bin.Low);
        writer.WriteNumber("high", bin.High);
        writer.WriteNumber("n", bin.Count);
        if (bin.MeanScore is { } mean) writer.WriteNumber("mean_score", mean);
        else writer.WriteNull("mean_score");
        WriteStatistic(writer, "observed", bin.Observed);
        writer.WriteEndObject();
    }

    private static void WriteStatistic(Utf8JsonWriter writer, string name, Statistic statistic)
    {
        writer.WritePropertyName(name);
        StatisticConverter.Write(writer, statistic);
    }
}
