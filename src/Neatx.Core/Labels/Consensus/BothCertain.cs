namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// What the paper's text says: a label only where every rater was certain (0 or 1) and all agree, else uncertain.
/// </summary>
public sealed record BothCertain : CountingRule
{
    /// <inheritdoc/>
    public override string Name => "both-certain";

    /// <inheritdoc/>
    public override string Summary => "Positive when all certainties are 1, negative when all are 0, else uncertain.";

    private protected override string? Unsuited(RatingScale scale) => scale.IsCertainty
        ? null
        : "both-certain asks for certainties of 0 or 1, and these ratings are named categories; use unanimous.";

    private protected override Verdict Decide(Ballot ballot)
    {
        var weight = ballot.CountEqually();
        var first = ballot.Categories[0];
        var certain = ballot.Scale.CertaintyOf(first) is 0 or 1;
        return certain && ballot.Categories.IndexOfAnyExcept(first) < 0
            ? Verdict.Of(ballot.Scale.ClassOf(first)!.Value, weight)
            : Verdict.Undecided(LabelState.Uncertain, weight);
    }
}
