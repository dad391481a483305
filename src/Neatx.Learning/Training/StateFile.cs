using System.Text.Json;
using Neatx.Core.Training;

namespace Neatx.Learning.Training;

/// <summary>state.json of a run folder.</summary>
public static class StateFile
{
    /// <summary>Where the run of a folder stands; pending where there is no file or it cannot be read.</summary>
    public static RunLifecycle Read(string folder)
    {
        var path = Path.Combine(folder, RunFiles.State);
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize<RunLifecycle>(File.ReadAllBytes(path), TrainingJson.WithDefaults) ?? new RunLifecycle { Status = RunStatus.Pending }
                : new RunLifecycle { Status = RunStatus.Pending };
        }
        catch (JsonException)
        {
            // Made anew with the next step of the run; nothing is decided by it.
            return new RunLifecycle { Status = RunStatus.Pending };
        }
    }

    /// <exception cref="IOException">It cannot be written; the one before stands.</exception>
    public static void Write(string folder, RunLifecycle state) =>
        AtomicFile.Write(Path.Combine(folder, RunFiles.State), stream => JsonSerializer.Serialize(stream, state, TrainingJson.Default.RunLifecycle));
}
