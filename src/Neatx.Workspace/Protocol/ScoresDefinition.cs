namespace Neatx.Workspace.Protocol;

/// <summary>The scores of a model that was not trained here, from tables.</summary>
public sealed record ScoresDefinition
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Datasets whose tables hold the scores, one a run (seed).</summary>
    public required IReadOnlyList<string> Tables { get; init; }

    /// <summary>Finding to the kept column with its score.</summary>
    public required IReadOnlyDictionary<string, string> Findings { get; init; }

    /// <summary>What the model started from, for tables; null where it is not known.</summary>
    public string? Start { get; init; }
}
