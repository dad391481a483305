using System.Text.Json.Serialization;

namespace Neatx.Workspace.Catalog;

/// <summary>A known peculiarity of a table that was handled, and how often it occurred.</summary>
/// <param name="Code">Kebab-case, for instance "image-claimed-twice".</param>
/// <param name="Text">What was found and what was done about it, one sentence.</param>
/// <param name="Count">How many rows or images were concerned.</param>
public sealed record Defect(string Code, string Text, long Count)
{
    /// <summary>True when each concerned row is an image that the table lists and the result does not have.</summary>
    [JsonIgnore]
    public bool LeavesImagesOut => Code is "map-row-dropped" or "image-claimed-twice" or "image-not-in-map";
}
