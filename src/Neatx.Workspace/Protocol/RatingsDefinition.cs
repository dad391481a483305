namespace Neatx.Workspace.Protocol;

/// <summary>Ratings by named raters, one row an image and rater, in the order of rating.</summary>
public sealed record RatingsDefinition
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The dataset whose images were rated; its table may be absent when <see cref="Table"/> holds the image ids itself.</summary>
    public string? Dataset { get; init; }

    public required TableSource Table { get; init; }

    /// <summary>True when cells hold label words or states by <see cref="ColumnMapping.Values"/> rather than certainty grades.</summary>
    public bool States { get; init; }
}
