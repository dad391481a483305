namespace Neatx.Workspace.Protocol;

/// <summary>A table of images with their patients and attributes.</summary>
public sealed record DatasetDefinition(string Name, string Title, TableSource Table)
{
    /// <summary>Where its films are, or null where only the table is of use.</summary>
    public FilmSource? Images { get; init; }
}
