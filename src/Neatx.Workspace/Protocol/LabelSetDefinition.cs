using Neatx.Core.Labels;

namespace Neatx.Workspace.Protocol;

/// <summary>Labels from one source on the images of a dataset.</summary>
public sealed record LabelSetDefinition
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required LabelKind Kind { get; init; }

    /// <summary>The dataset whose images are labelled; patients and attributes come from it.</summary>
    public required string Dataset { get; init; }

    /// <summary>Where the labels are; null when they are the dataset's own findings.</summary>
    public TableSource? Table { get; init; }

    public ImageMap? ImageMap { get; init; }

    /// <summary>The findings this set judges, by their harmonised names; empty for all that its columns or lists name.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>What it means that a judged finding is not listed for an image: negative or missing.</summary>
    public LabelState Unlisted { get; init; } = LabelState.Missing;

    /// <summary>A predicate in SQL over the dataset's columns that an image must satisfy to belong to this set.</summary>
    public string? Where { get; init; }
}
