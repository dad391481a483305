using System.Text.Json;
using System.Text.Json.Serialization;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Agreement;

/// <summary>
/// The JSON of one statistic, the same in results.json and on the command line:
/// <c>{"value", "se", "ci": [lo, hi], "ci_level", "ci_method", "bootstrap_ci": [lo, hi], "bootstrap_method", "p_value"}</c>,
/// doubles at full precision; undefined as <c>{"value": null, "undefined": reason}</c>. Absent members are left out.
/// </summary>
public sealed class StatisticConverter : JsonConverter<Statistic>
{
    public override void Write(Utf8JsonWriter writer, Statistic value, JsonSerializerOptions options) => Write(writer, value);

    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter writer, Statistic value)
    {
        writer.WriteStartObject();
        if (value.Value is { } figure) writer.WriteNumber("value", figure);
        else writer.WriteNull("value");
        if (value.Undefined is { } reason) writer.WriteString("undefined", reason);
        if (value.StandardError is { } error) writer.WriteNumber("se", error);
        if (value.Ci is { } ci) WriteInterval(writer, ci, "ci", "ci_method");
        if (value.BootstrapCi is { } bootstrap) WriteInterval(writer, bootstrap, "bootstrap_ci", "bootstrap_method");
        if (value.BootstrapUndefined is { } noInterval) writer.WriteString("bootstrap_undefined", noInterval);
        if ((value.Ci ?? value.BootstrapCi)?.Level is { } level) writer.WriteNumber("ci_level", level);
        if (value.PValue is { } p) writer.WriteNumber("p_value", p);
        writer.WriteEndObject();
    }

    public override Statistic Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.TryGetProperty("undefined", out var reason)) return Statistic.None(reason.GetString()!);
        var level = Number(root, "ci_level") ?? 0.95;
        return Statistic.Of(root.GetProperty("value").GetDouble()) with
        {
            StandardError = Number(root, "se"),
            Ci = ReadInterval(root, "ci", "ci_method", level),
            BootstrapCi = ReadInterval(root, "bootstrap_ci", "bootstrap_method", level),
            BootstrapUndefined = root.TryGetProperty("bootstrap_undefined", out var noInterval) ? noInterval.GetString() : null,
            PValue = Number(root, "p_value"),
        };
    }

    private static void WriteInterval(Utf8JsonWriter writer, Interval interval, string name, string method)
    {
        writer.WriteStartArray(name);
        writer.WriteNumberValue(interval.Low);
        writer.WriteNumberValue(interval.High);
        writer.WriteEndArray();
        writer.WriteString(method, interval.Method);
    }

    private static double? Number(JsonElement root, string name) => root.TryGetProperty(name, out var element) ? element.GetDouble() : null;

    private static Interval? ReadInterval(JsonElement root, string name, string method, double level) => root.TryGetProperty(name, out var bounds)
        ? new Interval(bounds[0].GetDouble(), bounds[1].GetDouble(), level, root.GetProperty(method).GetString()!)
        : null;
}
