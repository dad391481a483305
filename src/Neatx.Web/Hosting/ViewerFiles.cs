using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace Neatx.Web.Hosting;

/// <summary>The pages: built by npm from viewer/ and kept in this assembly, or read from a folder while they are worked on.</summary>
internal sealed class ViewerFiles
{
    private const string Prefix = "viewer/";
    private const string Index = "index.html";

    private readonly FrozenDictionary<string, ViewerFile> _files;

    private ViewerFiles(IEnumerable<KeyValuePair<string, ViewerFile>> files) => _files = files.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>False where the program was built without npm.</summary>
    public bool AreBuilt => _files.ContainsKey(Index);

    /// <param name="folder">Null for the files of this assembly.</param>
    /// <exception cref="NeatxException">The folder has no pages.</exception>
    public static ViewerFiles Of(string? folder)
    {
        if (folder is null) return new(Embedded());
        var root = Path.GetFullPath(folder);
        if (!File.Exists(Path.Combine(root, Index))) throw new NeatxException($"{root} holds no {Index}. Build the pages: npm ci && npm run build in src/Neatx.Web/viewer.");
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories);
        return new(files.Select(file => KeyValuePair.Create(Path.GetRelativePath(root, file).Replace('\\', '/'), new ViewerFile(Path.GetFileName(file), File.ReadAllBytes(file)))));
    }

    /// <summary>The file of a path, or the first page for all that is none: the pages know their own addresses.</summary>
    public ViewerFile Find(string path)
    {
        var name = path.TrimStart('/');
        if (_files.TryGetValue(name, out var file)) return file;
        return _files.TryGetValue(Index, out var index) ? index : NotBuilt;
    }

    private static ViewerFile NotBuilt { get; } = new(Index, Encoding.UTF8.GetBytes("""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>Neatx: pages not built</title>
        <h1>The server runs, but its pages were not built</h1>
        <p>Building them takes Node.js 20 or later. With it installed, run <code>npm ci &amp;&amp; npm run build</code> in <code>src/Neatx.Web/viewer</code>
        and start <code>./neatx serve</code> again. Nothing that was rated is affected.</p>
        </html>
        """));

    private static IEnumerable<KeyValuePair<string, ViewerFile>> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return KeyValuePair.Create(name[Prefix.Length..].Replace('\\', '/'), new ViewerFile(name, content));
        }
    }
}
