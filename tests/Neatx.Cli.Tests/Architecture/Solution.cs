using System.Xml.Linq;

namespace Neatx.Cli.Tests.Architecture;

/// <summary>The projects of the solution and what each names.</summary>
internal static class Solution
{
    /// <summary>The product's projects by name, in order: Neatx.Cli, Neatx.Core, ...</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>The projects that a project references.</summary>
    public static IReadOnlyList<string> ReferencesOf(string project) =>
        [.. Elements(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path))];

    /// <summary>The packages that a project references.</summary>
    public static IReadOnlyList<string> PackagesOf(string project) => [.. Elements(project, "PackageReference")];

    /// <summary>The compiled assembly of a project, beside the tests.</summary>
    public static string AssemblyOf(string project) =>
        Path.Combine(AppContext.BaseDirectory, project == "Neatx.Cli" ? "neatx.dll" : $"{project}.dll");

    private static IEnumerable<string> Elements(string project, string element) =>
        XDocument.Load(Repository.PathOf("src", project, $"{project}.csproj")).Descendants(element).Select(found => found.Attribute("Include")!.Value);
}
