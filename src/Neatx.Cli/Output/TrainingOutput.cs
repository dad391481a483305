using System.Text.Json;
using Neatx.Core.Training;
using Neatx.Learning.Training.Sweeps;

namespace Neatx.Cli.Output;

/// <summary>The JSON of neatx train: state.json for a run, a list of name, folder and state for a sweep; docs/guide/training.md.</summary>
internal static class TrainingOutput
{
    public static void Write(Utf8JsonWriter writer, RunLifecycle state) => JsonSerializer.Serialize(writer, state, TrainingJson.Default.RunLifecycle);

    public static void Write(Utf8JsonWriter writer, IEnumerable<SweepRun> runs)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("runs");
        foreach (var run in runs)
        {
            writer.WriteStartObject();
            writer.WriteString("name", run.Name);
            writer.WriteString("folder", run.Folder);
            writer.WritePropertyName("state");
            Write(writer, run.State);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
