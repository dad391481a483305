namespace Neatx.Workspace.Images;

/// <summary>Where the film of an image is, or would be.</summary>
/// <param name="Image">The image's id.</param>
/// <param name="Patient">Its patient, or null.</param>
/// <param name="Path">Absolute.</param>
/// <param name="Stamp">Size and time of the file, or null where there is none.</param>
internal sealed record FilmPlace(string Image, string? Patient, string Path, string? Stamp);
