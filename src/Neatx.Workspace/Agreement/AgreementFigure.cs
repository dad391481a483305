using Neatx.Core.Statistics;

namespace Neatx.Workspace.Agreement;

/// <summary>One cell of a comparison: two label sets or raters, one finding, one policy.</summary>
public sealed record AgreementFigure
{
    /// <summary>The comparison of the protocol that asked for it.</summary>
    public required string Comparison { get; init; }

    public required string A { get; init; }

    public required string B { get; init; }

    public required string Finding { get; init; }

    /// <summary>The policy's name; see AgreementPolicy.Name.</summary>
    public required string Policy { get; init; }

    /// <summary>What the counts come from: "data", or "published crosstab" where a side is not to be had here.</summary>
    public string From { get; init; } = "data";

    /// <summary>Images compared, after the policy.</summary>
    public required long N { get; init; }

    /// <summary>Patients among them, or null when unknown.</summary>
    public long? Patients { get; init; }

    /// <summary>Images that both label and the policy left out.</summary>
    public long Dropped { get; init; }

    /// <summary>Category names, rows and columns of <see cref="Crosstab"/>.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Rows: A, columns: B.</summary>
    public required IReadOnlyList<IReadOnlyList<long>> Crosstab { get; init; }

    /// <summary>The Landis-Koch band of Cohen's kappa, or null when undefined.</summary>
    public string? Band { get; init; }

    /// <summary>Snake-case name to statistic, in a fixed order.</summary>
    public required IReadOnlyList<KeyValuePair<string, Statistic>> Statistics { get; init; }

    /// <summary>The statistic of that name.</summary>
    /// <exception cref="KeyNotFoundException">No such statistic.</exception>
    public Statistic this[string name] => Statistics.FirstOrDefault(pair => pair.Key == name) is { Key: not null } found
        ? found.Value
        : throw new KeyNotFoundException($"No statistic '{name}' in this figure.");
}
