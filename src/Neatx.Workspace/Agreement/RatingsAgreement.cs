using Neatx.Core.Agreement;

namespace Neatx.Workspace.Agreement;

/// <summary>The agreement of all raters of a file under one policy: of two with their crosstab, or of many with every pair.</summary>
public sealed record RatingsAgreement
{
    /// <summary>The raters in the order of the file, and how many ratings each gave; INVALID counts, blanks do not.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Raters { get; init; }

    /// <summary>The items of the file, whether or not the policy keeps them.</summary>
    public required long Items { get; init; }

    /// <summary>The clusters among them that resampling draws, or null where every item stands for itself.</summary>
    public long? Clusters { get; init; }

    /// <summary>The categories in their order.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>How uncertain, invalid and missing ratings were treated, in words.</summary>
    public required string Policy { get; init; }

    /// <summary>The items compared: rated by both of two raters, or by two at least of many, after the policy.</summary>
    public required long N { get; init; }

    /// <summary>The name of the figure that is put first.</summary>
    public required string Headline { get; init; }

    public required StatisticTable Statistics { get; init; }

    /// <summary>Row: first rater, column: second. Null with more than two raters.</summary>
    public Crosstab? Crosstab { get; init; }

    /// <summary>Cohen's kappa of every two raters, where there are more than two.</summary>
    public IReadOnlyList<RaterPair> Pairs { get; init; } = [];

    /// <summary>The Landis-Koch band of the figure that is put first, or null where it is undefined.</summary>
    public AgreementBand? Band => Statistics[Headline].Value is { } value ? AgreementBand.Of(Math.Clamp(value, -1, 1)) : null;
}
