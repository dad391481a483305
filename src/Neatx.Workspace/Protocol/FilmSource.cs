using Neatx.Core.Training;
using Neatx.Imaging.Duplicates;

namespace Neatx.Workspace.Protocol;

/// <summary>Where the films of a dataset are, and how they become the input of a network.</summary>
public sealed record FilmSource
{
    /// <summary>Absolute paths, looked through in order for each film.</summary>
    public required IReadOnlyList<string> Folders { get; init; }

    /// <summary>The path of a film below a folder, with columns of the dataset in braces: "{image}", "{image_dir}/{image}".</summary>
    public string Path { get; init; } = "{image}";

    public PreprocessingOptions Preprocessing { get; init; } = new();

    /// <summary>True when the folders may be absent; what depends on the films is then not to be had here.</summary>
    public bool Optional { get; init; }

    /// <summary>Folders that were stated and are absent; only ever non-empty when <see cref="Optional"/>.</summary>
    public IReadOnlyList<string> AbsentFolders { get; init; } = [];

    /// <summary>Where the films are to be had, for messages.</summary>
    public string? Obtain { get; init; }

    public string? Terms { get; init; }

    /// <summary>The largest distance of perceptual hashes, in bits of 256, at which two films count as near-duplicates; null looks for none.</summary>
    public int? Duplicates { get; init; } = NearDuplicates.DefaultDistance;
}
