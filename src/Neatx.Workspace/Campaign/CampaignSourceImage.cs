using Neatx.Core.Campaign;
using Neatx.Core.Labels;

namespace Neatx.Workspace.Campaign;

/// <summary>An image that a protocol brings into a campaign.</summary>
/// <param name="Pool">What it is for.</param>
/// <param name="Dataset">The dataset it is of.</param>
/// <param name="Name">Its id in the dataset.</param>
/// <param name="Patient">The patient's id; where the dataset knows none, the image stands for a patient of its own.</param>
/// <param name="Path">The film, absolute, or null where the dataset does not state where films are.</param>
/// <param name="Folder">The folder that the dataset's table names, or null.</param>
/// <param name="Gold">The reference standard by finding in the order of the plan; empty for images to be rated.</param>
public sealed record CampaignSourceImage(
    ImagePool Pool, string Dataset, string Name, string Patient, string? Path, string? Folder, IReadOnlyList<LabelState> Gold);
