using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>An image of a campaign as the store knows it. Raters see none of this.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Dataset">The dataset in the protocol.</param>
/// <param name="Name">The image's id in the dataset.</param>
/// <param name="Patient">The patient's id in the dataset.</param>
/// <param name="Pool">What the image is for.</param>
/// <param name="Path">The file with the film, or null where it is not known yet.</param>
/// <param name="Folder">The folder that the dataset's own tables name, or null.</param>
public sealed record StoredImage(int Number, string Dataset, string Name, string Patient, ImagePool Pool, string? Path = null, string? Folder = null);
