using System.Diagnostics.CodeAnalysis;
using Neatx.Imaging.Duplicates;
using Neatx.Imaging.Films;

namespace Neatx.Imaging;

/// <summary>A film prepared for a network, or why it was refused.</summary>
public sealed record PreparationResult
{
    private PreparationResult(string path, PreparedImage? image, PerceptualHash? hash, Refusal? refusal) =>
        (Path, Image, Hash, Refusal) = (path, image, hash, refusal);

    /// <summary>The file, as it was asked for.</summary>
    public string Path { get; }

    /// <summary>The prepared image, or null when the film was refused.</summary>
    public PreparedImage? Image { get; }

    /// <summary>Of the whole film, for <see cref="NearDuplicates"/>; null when the film was refused.</summary>
    public PerceptualHash? Hash { get; }

    /// <summary>Why there is no image, or null when there is one.</summary>
    public Refusal? Refusal { get; }

    /// <summary>SHA-256 of the file's bytes in lower-case hexadecimal; null where it was not asked for or the file could not be read.</summary>
    public string? ContentSha256 { get; init; }

    public static PreparationResult Of(string path, PreparedImage image, PerceptualHash hash) => new(path, image, hash, refusal: null);

    public static PreparationResult Refused(string path, Refusal refusal) => new(path, image: null, hash: null, refusal);

    /// <summary>The image when there is one, else the reason.</summary>
    public bool TryGet([NotNullWhen(true)] out PreparedImage? image, [NotNullWhen(false)] out Refusal? refusal)
    {
        (image, refusal) = (Image, Refusal);
        return image is not null;
    }
}
