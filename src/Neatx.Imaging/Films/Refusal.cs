namespace Neatx.Imaging.Films;

/// <summary>Why a film was not read or not prepared, and what to do about it. It does not repeat the path.</summary>
/// <param name="Reason">The kind, to count by.</param>
/// <param name="Detail">What was found and what was expected, a sentence.</param>
/// <param name="NextStep">What the user can do, a sentence.</param>
public sealed record Refusal(RefusalReason Reason, string Detail, string NextStep)
{
    /// <summary>Detail and next step.</summary>
    public override string ToString() => $"{Detail} {NextStep}";
}
