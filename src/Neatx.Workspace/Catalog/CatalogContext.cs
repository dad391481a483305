using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>What every table of a run is read with.</summary>
/// <param name="Database">The run's database; its folder is the run folder that file names in summaries are relative to.</param>
/// <param name="DataRoot">The folder that messages leave out of file names.</param>
/// <param name="Findings">The harmonised vocabulary, in order.</param>
/// <param name="Observer">Hears of progress.</param>
public sealed record CatalogContext(RunDatabase Database, string DataRoot, IReadOnlyList<FindingDefinition> Findings, IRunObserver Observer)
{
    public ReadLimits Limits { get; init; } = new();

    /// <summary>
    /// What messages and summaries call a file: relative to the data root, as protocols state it, so that results hold no path of this machine.
    /// Only a path that shares nothing with that folder stays absolute: the protocol itself states it so.
    /// </summary>
    public string NameOf(string path)
    {
        var relative = Path.GetRelativePath(DataRoot, path);
        var common = Path.GetFullPath(string.Concat(relative.Split(Path.DirectorySeparatorChar).TakeWhile(part => part == "..").Select(part => part + Path.DirectorySeparatorChar)), DataRoot);
        return Path.IsPathRooted(relative) || common == Path.GetPathRoot(DataRoot) ? path : relative.Replace('\\', '/');
    }

    /// <summary>Why a table cannot be read, or null when it can.</summary>
    internal string? WhyUnavailable(TableSource table)
    {
        if (table.IsAvailable) return null;
        var absent = string.Join(", ", table.AbsentFiles.Select(NameOf));
        return $"{absent} {(table.AbsentFiles.Count == 1 ? "is" : "are")} absent{(table.Obtain is null ? "" : $"; to be had from {table.Obtain}")}";
    }

    internal string PathOf(string relative) => Path.Combine(Database.Folder, relative);
}
