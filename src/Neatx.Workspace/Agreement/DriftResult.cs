namespace Neatx.Workspace.Agreement;

/// <summary>The raters of one ratings table, watched over the order of rating.</summary>
public sealed record DriftResult
{
    /// <summary>The ratings table.</summary>
    public required string Ratings { get; init; }

    public required string Title { get; init; }

    /// <summary>The policy's name; see AgreementPolicy.Name.</summary>
    public required string Policy { get; init; }

    /// <summary>How many images a running figure covers.</summary>
    public required int Window { get; init; }

    /// <summary>Why the raters could not be watched here, or null.</summary>
    public string? Unavailable { get; init; }

    /// <summary>In vocabulary order.</summary>
    public IReadOnlyList<FindingDrift> Findings { get; init; } = [];
}
