namespace Neatx.Workspace.Agreement;

/// <summary>A column of a comparison: two label sets or raters by name and title, and the images they share.</summary>
public sealed record ComparedPair(string A, string TitleA, string B, string TitleB, long? SharedImages)
{
    /// <summary>What the reader must know of this column, or null.</summary>
    public string? Note { get; init; }

    /// <summary>Why the pair cannot be compared here, or null.</summary>
    public string? Unavailable { get; init; }
}
