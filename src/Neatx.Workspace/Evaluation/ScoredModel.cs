namespace Neatx.Workspace.Evaluation;

/// <summary>A model with the scores of its runs, whoever trained it.</summary>
internal sealed record ScoredModel
{
    /// <summary>For instance "drains.densenet121", or the name of the scores.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>What it started from, or null where that is not known.</summary>
    public string? Start { get; init; }

    public bool Synthetic { get; init; }

    /// <summary>Why there are no scores, or null.</summary>
    public string? Unavailable { get; init; }

    /// <summary>The findings that it scores.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    public IReadOnlyList<ScoredRun> Runs { get; init; } = [];
}
