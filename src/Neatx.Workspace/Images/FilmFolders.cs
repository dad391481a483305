namespace Neatx.Workspace.Images;

/// <summary>
/// The folders that a protocol states for the films of a dataset. What a table names is only ever a file in one of them: a cell such as
/// '../../etc/passwd', an absolute path or a link that leads elsewhere opens no other file of this machine.
/// </summary>
internal sealed class FilmFolders
{
    private readonly string _dataset;
    private readonly IReadOnlyList<string> _folders;
    private readonly Dictionary<string, string> _real = new(StringComparer.Ordinal);
    private readonly List<string> _roots;

    /// <param name="dataset">Its name, for messages.</param>
    /// <param name="folders">Absolute.</param>
    public FilmFolders(string dataset, IReadOnlyList<string> folders)
    {
        (_dataset, _folders) = (dataset, folders);
        _roots = [.. folders.Select(folder => Inside(Real(Path.GetFullPath(folder))))];
    }

    public int Count => _folders.Count;

    /// <summary>Where a film would be in one of the folders.</summary>
    /// <exception cref="NeatxException">Not in that folder.</exception>
    public string PathIn(int folder, string image, string relative)
    {
        var root = Path.GetFullPath(_folders[folder]);
        if (relative.Contains('\0', StringComparison.Ordinal)) throw Outside(image, relative.Replace('\0', '?'));
        var path = Path.GetFullPath(Path.Combine(root, relative));
        return path.StartsWith(Inside(root), StringComparison.Ordinal) ? path : throw Outside(image, relative);
    }

    /// <summary>Refuses a film that is there and is a link, or in a folder that is a link, out of all the folders.</summary>
    /// <exception cref="NeatxException">It is.</exception>
    public void Check(string image, string path)
    {
        var real = Real(path);
        if (_roots.Exists(root => real.StartsWith(root, StringComparison.Ordinal))) return;
        throw new NeatxException($"{_dataset}: the film of image '{image}' is {path}, a link to {real}, which is in none of the dataset's folders. Add that folder to the images of '{_dataset}' in the protocol, if its films are meant.");
    }

    private NeatxException Outside(string image, string relative) => new(
        $"{_dataset}: the film of image '{image}' would be '{relative}', which is not in {string.Join(", ", _folders)}. Correct its row in the table, or state the folder that its films are in.");

    private static string Inside(string folder) => folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar;

    /// <summary>The path without links. Folders are looked up once.</summary>
    private string Real(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        if (!_real.TryGetValue(parent, out var folder)) _real.Add(parent, folder = Real(parent));
        var here = Path.Combine(folder, Path.GetFileName(path));
        return File.ResolveLinkTarget(here, returnFinalTarget: true) is { } target ? Real(target.FullName) : here;
    }
}
