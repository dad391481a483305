namespace Neatx.Cli.Tests.Driving;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "out", ".build", ".git", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules", "__pycache__", ".vs", ".idea"];

    /// <summary>The folder of Neatx.slnx, above the test program.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>All files that people wrote, relative to the root, in order; what builds and tests make is left out.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. FilesUnder(Root).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> FilesUnder(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(child => !Made.Contains(Path.GetFileName(child))).SelectMany(FilesUnder));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Neatx.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"There is no Neatx.slnx above {AppContext.BaseDirectory}.");
    }
}
