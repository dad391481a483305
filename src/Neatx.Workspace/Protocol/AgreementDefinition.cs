using Neatx.Core.Agreement;

namespace Neatx.Workspace.Protocol;

/// <summary>What is compared with what, and how.</summary>
public sealed record AgreementDefinition
{
    public AgreementPolicy Policy { get; init; } = new();

    /// <summary>True prints every figure under all common policies side by side.</summary>
    public bool AllPolicies { get; init; }

    /// <summary>Patient-bootstrap resamples; 0 for none.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>The level of every interval.</summary>
    public double Confidence { get; init; } = 0.95;

    public IReadOnlyList<ComparisonDefinition> Comparisons { get; init; } = [];

    /// <summary>The ratings whose raters are watched for drift over the order of rating.</summary>
    public IReadOnlyList<string> Drift { get; init; } = [];

    /// <summary>The window of the running rate and kappa, in images.</summary>
    public int DriftWindow { get; init; } = 100;
}
