using Neatx.Core.Training;

namespace Neatx.Learning.Training.Sweeps;

/// <summary>A folder of run folders.</summary>
public static class SweepFolder
{
    /// <summary>The folder is no run folder itself and holds at least one.</summary>
    public static bool IsSweep(string folder) => Directory.Exists(folder) && !File.Exists(Path.Combine(folder, RunFiles.Config)) && RunsOf(folder).Count > 0;

    /// <summary>Its run folders, by name.</summary>
    public static IReadOnlyList<string> RunsOf(string folder) =>
        [.. Directory.EnumerateDirectories(folder).Where(run => File.Exists(Path.Combine(run, RunFiles.Config))).Order(StringComparer.Ordinal)];
}
