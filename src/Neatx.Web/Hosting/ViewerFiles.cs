using System.Collections.Frozen;
using System.Text;

namespace Neatx.Web.Hosting;

/// <summary>The pages, built by npm from viewer/: in the folder that the launcher names, or beside the program.</summary>
internal sealed class ViewerFiles
{
    private const string Beside = "viewer";
    private const string Index = "index.html";

    private readonly FrozenDictionary<string, ViewerFile> _files;

    private ViewerFiles(IEnumerable<KeyValuePair<string, ViewerFile>> files) => _files = files.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>False where there are none.</summary>
    public bool AreBuilt => _files.ContainsKey(Index);

    /// <param name="folder">Null for the folder 'viewer' beside the program, which may be absent.</param>
    /// <exception cref="NeatxException">The folder has no pages.</exception>
    public static ViewerFiles Of(string? folder)
    {
        var root = folder is null ? Path.Combine(AppContext.BaseDirectory, Beside) : Path.GetFullPath(folder);
        if (folder is null && !Directory.Exists(root)) return new([]);
        if (!File.Exists(Path.Combine(root, Index))) throw new NeatxException($"{root} holds no {Index}. Build the pages: npm ci && npm run build in src/Neatx.Web/viewer, and name its folder dist.");
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
        <p>Building them takes Node.js 20.19, 22.12 or later, with npm. Install it and start <code>./neatx serve</code> again; it builds them, or says why it
        cannot. Nothing that was rated is affected.</p>
        </html>
        """));
}
