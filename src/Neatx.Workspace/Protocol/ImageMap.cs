namespace Neatx.Workspace.Protocol;

/// <summary>
/// A table that translates the image ids of a label file into those of the dataset (RSNA to NIH). Rows that do not satisfy
/// <see cref="Where"/> (SQL over the file's own columns, for instance "mse &lt; 10") are dropped and counted; an image claimed by several ids keeps
/// the row that sorts first by <see cref="Prefer"/> (SQL), and the others are counted.
/// </summary>
public sealed record ImageMap(TableSource Table, string From, string To)
{
    public string? Where { get; init; }

    public string? Prefer { get; init; }
}
