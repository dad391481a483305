namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// What the paper's released code does: positive when every rating lies above .5, negative when every rating lies below, else uncertain
/// (a rating of .5 always leads there).
/// </summary>
public sealed record SameSide : CountingRule
{
    /// <inheritdoc/>
    public override string Name => "same-side";

    /// <inheritdoc/>
    public override string Summary => "Positive when all certainties are above .5, negative when all are below, else uncertain.";

    private protected override string? Unsuited(RatingScale scale) => scale.IsCertainty
        ? null
        : "same-side compares certainties with .5, and these ratings are named categories; use unanimous or majority.";

    private protected override Verdict Decide(Ballot ballot)
    {
        var weight = ballot.CountEqually();
        for (var @class = 0; @class < ballot.Votes.Length; @class++)
            if (ballot.Votes[@class] == weight) return Verdict.Of(@class, weight);
        return Verdict.Undecided(LabelState.Uncertain, weight);
    }
}
