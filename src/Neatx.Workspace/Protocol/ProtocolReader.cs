using System.Security.Cryptography;
using System.Text;
using Neatx.Workspace.Protocol.Language;
using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol;

/// <summary>Reads protocol files.</summary>
public static class ProtocolReader
{
    /// <summary>
    /// Reads a protocol, at most 4 MiB of YAML in UTF-8. Never throws for what the file holds: the result is the document, or every
    /// mistake that was found. A file that is not YAML has one mistake, where the YAML breaks off.
    /// </summary>
    public static ProtocolResult Read(string path, ProtocolOptions? options = null)
    {
        options ??= new();
        var mistakes = new List<ProtocolMistake>();
        if (Utf8File.Read(path, mistakes) is not { } bytes || Utf8File.Decode(path, bytes, mistakes) is not { } text) return new(mistakes);
        var reader = new TreeReader(mark => new(path, (int)mark.Line, (int)mark.Column), mistakes);
        if (reader.Read(text) is not { } root)
        {
            if (mistakes.Count == 0) mistakes.Add(new(new(path, 1, 1), "expected a protocol, found an empty file; start with name: and title:"));
            return new(mistakes);
        }

        foreach (var change in options.Overrides) root = Override.Apply(root, ProtocolLanguage.Shape, change, mistakes);
        var dataRoot = DataRoot(path, options, mistakes);
        var binding = new Binding(Directory.Exists(dataRoot) ? dataRoot : null, mistakes);
        var isBound = ProtocolLanguage.Shape.TryBind(root, binding, out var document);
        binding.Finish();
        return isBound && mistakes.Count == 0
            ? new(document! with { File = path, DataRoot = dataRoot, Sha256 = Checksum(bytes, options) })
            : new(InOrder(mistakes));
    }

    private static string DataRoot(string path, ProtocolOptions options, List<ProtocolMistake> mistakes)
    {
        if (options.DataRoot is not { } stated) return Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(stated)) mistakes.Add(new(new($"--data {stated}", 0, 0), "expected a folder, found none; check the path"));
        return Path.GetFullPath(stated);
    }

    /// <summary>The file's own checksum when nothing is put over it. Overrides follow a NUL, which no protocol holds, so that no two share one.</summary>
    private static string Checksum(byte[] bytes, ProtocolOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes);
        foreach (var change in options.Overrides) hash.AppendData(Encoding.UTF8.GetBytes($"\0--set {change}"));
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <summary>An alias is bound wherever it stands and would be reported each time.</summary>
    private static List<ProtocolMistake> InOrder(List<ProtocolMistake> mistakes) =>
        [.. mistakes.Distinct().OrderBy(mistake => mistake.Place.Line == 0).ThenBy(mistake => mistake.Place.Line).ThenBy(mistake => mistake.Place.Column)];
}
