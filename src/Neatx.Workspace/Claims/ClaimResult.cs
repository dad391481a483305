namespace Neatx.Workspace.Claims;

/// <summary>A published number beside what was computed here.</summary>
public sealed record ClaimResult
{
    public required string Id { get; init; }

    public required string Source { get; init; }

    /// <summary>What the number is, in words: "Cohen's kappa of CXR14 and BBox, Pneumothorax".</summary>
    public required string Subject { get; init; }

    public required double Published { get; init; }

    public required int Decimals { get; init; }

    public double? Computed { get; init; }

    public required ClaimStatus Status { get; init; }

    /// <summary>Computed minus published, or null.</summary>
    public double? Difference => Computed - Published;

    /// <summary>What it was computed from: "data" or "published crosstab"; null when not computable.</summary>
    public string? From { get; init; }

    public long? N { get; init; }

    public string? Policy { get; init; }

    /// <summary>The likely cause of a difference, or why the number is not computable here.</summary>
    public string? Hint { get; init; }

    public string? Note { get; init; }
}
