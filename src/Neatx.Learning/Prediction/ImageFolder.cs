namespace Neatx.Learning.Prediction;

/// <summary>The image files under a folder, and how a label set calls them.</summary>
public sealed class ImageFolder
{
    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".dcm", ".dicom"];

    private readonly string _folder;
    private readonly List<string> _files;

    /// <summary>Looks through a folder and all that are in it.</summary>
    /// <exception cref="NeatxException">There is no such folder.</exception>
    public ImageFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        if (!Directory.Exists(_folder)) throw new NeatxException(File.Exists(_folder) ? $"'{folder}' is a file; the folder with the images was expected." : $"there is no folder '{folder}'.");
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        _files = [.. Directory.EnumerateFiles(_folder, "*", options).Where(IsImage).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every image, in the order of paths. It is called by its file name; where two have the same, all are called by their path in the folder.</summary>
    /// <exception cref="NeatxException">There is none.</exception>
    public IReadOnlyList<ImageItem> All()
    {
        if (_files.Count == 0) throw new NeatxException($"{_folder} holds no image ({string.Join(", ", Endings)}).");
        var areUnique = _files.Select(Path.GetFileName).Distinct(StringComparer.Ordinal).Count() == _files.Count;
        return [.. _files.Select(file => new ImageItem(areUnique ? Path.GetFileName(file) : Relative(file), file))];
    }

    /// <summary>
    /// The images that a table names: each the path in the folder, or a file name that only one file under the folder has. One that is not found is
    /// listed as missing when it is scored.
    /// </summary>
    /// <param name="names">In the order of the result; each once.</param>
    public IReadOnlyList<ImageItem> Named(IReadOnlyList<string> names)
    {
        var byName = _files.GroupBy(file => Path.GetFileName(file), StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single(), StringComparer.Ordinal);
        return [.. names.Select(name => new ImageItem(name, PathOf(name)))];

        string PathOf(string name)
        {
            var direct = Path.Combine(_folder, name);
            return File.Exists(direct) ? direct : byName.GetValueOrDefault(Path.GetFileName(name), direct);
        }
    }

    private static bool IsImage(string file) => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    private string Relative(string file) => Path.GetRelativePath(_folder, file).Replace(Path.DirectorySeparatorChar, '/');
}
