using System.Text;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>A folder of its own with a protocol in it, removed afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("neatx-protocol-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "p.yaml");

    /// <summary>Reads the text as p.yaml in a folder with the (empty) files given; mistakes name the file "p.yaml".</summary>
    public static IReadOnlyList<string> Mistakes(string text, params string[] overrides)
    {
        using var scratch = new Scratch();
        scratch.Touch("a.csv").Touch("b.csv");
        return scratch.Shown(scratch.Read(text, new() { Overrides = overrides }));
    }

    /// <summary>Reads a text without mistakes.</summary>
    public static ProtocolDocument Document(string text, params string[] overrides)
    {
        using var scratch = new Scratch();
        scratch.Touch("a.csv").Touch("b.csv");
        return scratch.Read(text, new() { Overrides = overrides }).DocumentOrThrow();
    }

    public Scratch Touch(string file)
    {
        File.WriteAllText(System.IO.Path.Combine(Folder, file), "");
        return this;
    }

    public ProtocolResult Read(string text, ProtocolOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    public ProtocolResult Read(byte[] bytes, ProtocolOptions? options = null)
    {
        File.WriteAllBytes(Path, bytes);
        return ProtocolReader.Read(Path, options);
    }

    /// <summary>The mistakes as printed, without the folder.</summary>
    public IReadOnlyList<string> Shown(ProtocolResult result) =>
        [.. result.Mistakes.Select(mistake => mistake.ToString().Replace(Folder + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(Folder, "FOLDER", StringComparison.Ordinal))];

    public void Dispose() => _folder.Delete(recursive: true);
}
