using Neatx.Core.Agreement;

namespace Neatx.Workspace.Agreement;

/// <summary>How the ratings of a file are compared.</summary>
public sealed record RatingsAgreementOptions
{
    /// <summary>What becomes of uncertain, invalid and missing ratings. Default: all dropped. Categories know no uncertain.</summary>
    public AgreementPolicy Policy { get; init; } = new();

    /// <summary>Which kappa is put first. Default: the unweighted.</summary>
    public KappaWeights Weights { get; init; } = KappaWeights.None;

    /// <summary>Level, scores and resampling.</summary>
    public AgreementOptions Statistics { get; init; } = new();
}
