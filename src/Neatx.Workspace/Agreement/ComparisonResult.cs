namespace Neatx.Workspace.Agreement;

/// <summary>A comparison of the protocol, computed: columns are pairs, rows are findings.</summary>
public sealed record ComparisonResult
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The ratings table whose raters are compared, or null when label sets are.</summary>
    public string? Ratings { get; init; }

    public required IReadOnlyList<ComparedPair> Pairs { get; init; }

    /// <summary>The findings in the order of the figure's rows.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>The cells under the comparison's own policy; a pair and finding that cannot be compared has none.</summary>
    public required IReadOnlyList<AgreementFigure> Figures { get; init; }

    /// <summary>The same cells under every other policy, when all policies were asked for.</summary>
    public IReadOnlyList<AgreementFigure> OtherPolicies { get; init; } = [];
}
