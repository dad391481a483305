namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// A label only where all answers are the same category, else uncertain. On the certainty scale the grades themselves must be equal (.75
/// and 1 are not), and all .5 is uncertain.
/// </summary>
public sealed record Unanimous : CountingRule
{
    /// <inheritdoc/>
    public override string Name => "unanimous";

    /// <inheritdoc/>
    public override string Summary => "The answer that all raters gave, else uncertain.";

    private protected override string? Unsuited(RatingScale scale) => null;

    private protected override Verdict Decide(Ballot ballot)
    {
        var weight = ballot.CountEqually();
        var first = ballot.Categories[0];
        var same = ballot.Categories.IndexOfAnyExcept(first) < 0;
        return same && ballot.Scale.ClassOf(first) is { } @class
            ? Verdict.Of(@class, weight)
            : Verdict.Undecided(LabelState.Uncertain, weight);
    }
}
