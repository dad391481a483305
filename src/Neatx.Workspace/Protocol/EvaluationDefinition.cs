using Neatx.Core.Agreement;

namespace Neatx.Workspace.Protocol;

/// <summary>How scores are evaluated, and the tables that compare them.</summary>
public sealed record EvaluationDefinition
{
    /// <summary>What becomes of uncertain, invalid and missing labels; none is a class of its own.</summary>
    public AgreementPolicy Policy { get; init; } = new();

    /// <summary>Patient-bootstrap resamples; 0 for none.</summary>
    public int Resamples { get; init; } = 2000;

    /// <summary>The level of every interval.</summary>
    public double Confidence { get; init; } = .95;

    /// <summary>Bins of calibration.</summary>
    public int Bins { get; init; } = 10;

    /// <summary>The sensitivity that an operating point must reach on the validation part.</summary>
    public double Sensitivity { get; init; } = .95;

    /// <summary>The specificity that an operating point must reach on the validation part.</summary>
    public double Specificity { get; init; } = .95;

    /// <summary>Scores of models that were not trained here.</summary>
    public IReadOnlyList<ScoresDefinition> Scores { get; init; } = [];

    public IReadOnlyList<EvaluationTable> Tables { get; init; } = [];
}
