using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Neatx.Workspace.Demo;

/// <summary>
/// What made the files of a folder, and their SHA-256: written last, so that a folder with a stamp is whole. Files that carry the
/// stamp of the same code and options are not made again.
/// </summary>
internal static class DemoStamp
{
    private const string FileName = "synthetic.sha256";

    /// <summary>Writes the stamp of files that now stand in the folder, in the format that sha256sum --check reads.</summary>
    public static void Write(string folder, DemoOptions options, IReadOnlyList<string> files)
    {
        var text = new StringBuilder(Header(options));
        foreach (var file in files) text.Append(CultureInfo.InvariantCulture, $"{Sha256(Path.Combine(folder, file))}  {file}\n");
        AtomicFile.WriteText(Path.Combine(folder, FileName), text.ToString());
    }

    /// <summary>Whether the folder holds, unchanged, what this code would make with these options.</summary>
    public static bool Holds(string folder, DemoOptions options)
    {
        var stamp = Path.Combine(folder, FileName);
        if (!File.Exists(stamp)) return false;
        var text = File.ReadAllText(stamp);
        return text.StartsWith(Header(options), StringComparison.Ordinal)
            && text.Split('\n').Where(line => line.Length > 0 && line[0] != '#').All(line => IsUnchanged(folder, line));
    }

    private static bool IsUnchanged(string folder, string line)
    {
        if (line.Split("  ", 2) is not [var digest, var name]) return false;
        var file = Path.Combine(folder, name);
        return File.Exists(file) && Sha256(file) == digest;
    }

    /// <summary>The module's version id changes with the code, which the version number does not during development.</summary>
    private static string Header(DemoOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"# Synthetic data of neatx demo --seed {options.Seed} --images {options.Images}\n# Code {typeof(DemoStamp).Module.ModuleVersionId}\n");

    private static string Sha256(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
