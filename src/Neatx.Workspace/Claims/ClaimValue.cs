namespace Neatx.Workspace.Claims;

/// <summary>What the quantity of a claim came to here: a value, or the reason why there is none.</summary>
public sealed record ClaimValue
{
    private ClaimValue()
    {
    }

    public double? Value { get; private init; }

    /// <summary>Why there is no value, one sentence; null when there is one.</summary>
    public string? Reason { get; private init; }

    /// <summary>True when the sides are here and one of them does not judge the finding, so that no data could give the number.</summary>
    public bool IsNotJudged { get; init; }

    /// <summary>"data", or "published crosstab".</summary>
    public string From { get; init; } = "data";

    /// <summary>The images behind the value.</summary>
    public long? N { get; init; }

    public string? Policy { get; init; }

    public static ClaimValue Of(double value) => new() { Value = value };

    /// <summary>No value, with the reason as a sentence: a capital letter and a full stop are added where they lack.</summary>
    public static ClaimValue None(string reason) => new() { Reason = $"{char.ToUpperInvariant(reason[0])}{reason[1..].TrimEnd('.')}." };
}
