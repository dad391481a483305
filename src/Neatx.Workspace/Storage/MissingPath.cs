namespace Neatx.Workspace.Storage;

/// <summary>Says of a path that does not exist how far it does, and which name near it there is.</summary>
public static class MissingPath
{
    private const int MostNames = 10_000;

    /// <summary>Refuses a path where no file is.</summary>
    /// <exception cref="NeatxException">There is none, or a folder.</exception>
    public static void RefuseUnlessFile(string path)
    {
        if (File.Exists(path)) return;
        throw new NeatxException(Directory.Exists(path) ? $"'{path}' is a folder; a file was expected." : Wording.Sentence(Describe(path)));
    }

    private static string Describe(string path)
    {
        var missing = Path.GetFullPath(path);
        var parent = Path.GetDirectoryName(missing)!;
        if (Directory.Exists(parent))
            return $"there is no file '{path}' in the folder '{parent}'{Near(missing, Directory.EnumerateFileSystemEntries(parent))}";
        while (!Directory.Exists(parent)) (missing, parent) = (parent, Path.GetDirectoryName(parent)!);
        return $"there is no file '{path}': the folder '{parent}' exists and has no folder '{Path.GetFileName(missing)}'{Near(missing, Directory.EnumerateDirectories(parent))}";
    }

    private static string Near(string missing, IEnumerable<string> present) =>
        Wording.Suggest(Path.GetFileName(missing), [.. present.Take(MostNames).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)]);
}
