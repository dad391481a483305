using System.Text.Json;
using Neatx.Core.Training;

namespace Neatx.Workspace.Training;

/// <summary>Reads what stands in the folder of a run, and puts there what a run needs.</summary>
internal static class RunFolderFiles
{
    /// <summary>Where runs that the protocol asked for before are kept: changing it back finds them again.</summary>
    private const string Former = ".former";

    /// <summary>The state of a run; pending where there is none that can be read.</summary>
    public static RunLifecycle State(string folder) =>
        Read(folder, RunFiles.State, stream => JsonSerializer.Deserialize(stream, TrainingJson.Default.RunLifecycle)) ?? new RunLifecycle { Status = RunStatus.Pending };

    /// <summary>True when the run is done and its results stand.</summary>
    public static bool IsDone(string folder) =>
        State(folder).Status == RunStatus.Done && File.Exists(Path.Combine(folder, RunFiles.Scores));

    /// <summary>The epochs behind a run: lines that can be read.</summary>
    public static IReadOnlyList<EpochPoint> Curve(string folder)
    {
        var path = Path.Combine(folder, RunFiles.Metrics);
        if (!File.Exists(path)) return [];
        var points = new List<EpochPoint>();
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (Point(line) is { } point) points.Add(point);
        }

        return points;
    }

    /// <summary>How many epochs a run has behind it.</summary>
    public static int Epochs(string folder)
    {
        try
        {
            return Curve(folder).Select(point => point.Epoch).DefaultIfEmpty(0).Max();
        }
        catch (IOException)
        {
            // It is being replaced; the next look will tell.
            return 0;
        }
    }

    /// <summary>
    /// Makes the folder of a run hold this run and no other: a run of other content is moved aside, and this one moved back where it was
    /// moved aside before. Then run.json and images.parquet are written.
    /// </summary>
    /// <param name="plan">The run.</param>
    /// <param name="images">Its images.parquet, absolute.</param>
    public static void Prepare(RunPlan plan, string images)
    {
        var (key, standing) = (RunKey.Of(plan.Config), Key(plan.Path));
        if (standing is not null && standing != key) Directory.Move(plan.Path, FormerPath(plan, standing, make: true));
        if (!Directory.Exists(plan.Path) && FormerPath(plan, key, make: false) is var former && Directory.Exists(former)) Directory.Move(former, plan.Path);
        var target = Path.Combine(plan.Path, RunFiles.Images);
        if (!File.Exists(target) || FileHash.Of(target) != plan.Config.ImagesSha256) AtomicFile.Replace(target, temporary => File.Copy(images, temporary));
        AtomicFile.Write(Path.Combine(plan.Path, RunFiles.Config), stream => JsonSerializer.Serialize(stream, plan.Config, TrainingJson.Default.RunConfig));
    }

    /// <summary>The last lines that a run's process wrote, for a message.</summary>
    public static string? LastWords(string folder)
    {
        var log = Path.Combine(folder, NeatxTrainer.LogFile);
        return File.Exists(log) ? File.ReadLines(log).LastOrDefault(line => !string.IsNullOrWhiteSpace(line)) : null;
    }

    private static string? Key(string folder) =>
        Read(folder, RunFiles.Config, stream => JsonSerializer.Deserialize(stream, TrainingJson.Default.RunConfig)) is { } config ? RunKey.Of(config) : null;

    private static string FormerPath(RunPlan plan, string key, bool make)
    {
        var folder = Path.Combine(Path.GetDirectoryName(plan.Path)!, Former);
        var path = Path.Combine(folder, $"{plan.Name}.{key[..12]}");
        if (!make) return path;
        Directory.CreateDirectory(folder);
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
        return path;
    }

    private static T? Read<T>(string folder, string file, Func<Stream, T?> read)
        where T : class
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path)) return null;
        try
        {
            using var stream = File.OpenRead(path);
            return read(stream);
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            return null;
        }
    }

    private static EpochPoint? Point(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new(root.GetProperty("epoch").GetInt32(), root.GetProperty("train_loss").GetDouble(), Number(root, "validation_loss"), Number(root, "mean_validation_auc"));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            // The last line of a killed run may be cut off.
            return null;
        }
    }

    private static double? Number(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
