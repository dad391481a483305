namespace Neatx.Web.Store;

/// <summary>An image to be added to a campaign.</summary>
/// <param name="Dataset">The dataset in the protocol.</param>
/// <param name="Name">The image's id in the dataset; unique in it.</param>
/// <param name="Patient">The patient's id in the dataset.</param>
/// <param name="Path">The file with the film, or null where it is not known yet.</param>
/// <param name="Folder">The folder that the dataset's own tables name, or null.</param>
public sealed record NewImage(string Dataset, string Name, string Patient, string? Path = null, string? Folder = null);
