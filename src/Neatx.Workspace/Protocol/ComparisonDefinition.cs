using Neatx.Core.Agreement;

namespace Neatx.Workspace.Protocol;

/// <summary>
/// A figure of agreement: either pairs of label sets (<see cref="Pairs"/>), or the raters of one ratings table (<see cref="Ratings"/>).
/// </summary>
public sealed record ComparisonDefinition
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Pairs of label set names, in the order of the figure's columns; empty when <see cref="Ratings"/> is set.</summary>
    public IReadOnlyList<LabelSetPair> Pairs { get; init; } = [];

    /// <summary>The ratings whose raters are compared, or null.</summary>
    public string? Ratings { get; init; }

    /// <summary>For raters: false compares states by side of .5, true the five certainty grades as ordered categories.</summary>
    public bool Grades { get; init; }

    /// <summary>The findings to compare, in the order of the figure's rows; empty for all that both sides judge.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>The policy of this comparison; null for the protocol's.</summary>
    public AgreementPolicy? Policy { get; init; }
}
