using Neatx.Core.Statistics;

namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// The answer with the most votes (plurality). On the certainty scale a vote goes to the side of .5, and .5 is a vote for uncertain.
/// </summary>
public sealed record Majority : CountingRule
{
    public Majority()
    {
        MinimumRaters = 1;
        Invalid = InvalidPolicy.Vote;
    }

    /// <inheritdoc/>
    public override string Name => "majority";

    /// <inheritdoc/>
    public override string Summary => "The answer with the most votes; ties by a stated policy.";

    /// <summary>Default: uncertain.</summary>
    public TiePolicy Tie { get; init; } = TiePolicy.Uncertain;

    /// <summary>Default: one vote a rating.</summary>
    public VoteWeight Weight { get; init; } = VoteWeight.Equal;

    /// <summary>For <see cref="TiePolicy.Seeded"/>: the same seed, items and ratings give the same draw. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    private protected override IReadOnlyList<OptionField> Fields =>
    [
        .. base.Fields,
        OptionField.Word<Majority, TiePolicy>("tie", Enum.GetValues<TiePolicy>(), rule => rule.Tie, (rule, value) => rule with { Tie = value }),
        OptionField.Word<Majority, VoteWeight>("weight", Enum.GetValues<VoteWeight>(), rule => rule.Weight, (rule, value) => rule with { Weight = value }),
        OptionField.Seed<Majority>("seed", rule => rule.Seed, (rule, value) => rule with { Seed = value }),
    ];

    private protected override InvalidPolicy[] KnownPolicies => Enum.GetValues<InvalidPolicy>();

    private protected override string? Unsuited(RatingScale scale)
    {
        if (!scale.IsBinary && Tie is TiePolicy.Negative or TiePolicy.Positive)
            return "majority cannot give ties to negative or positive, for these ratings have other categories; use the tie policy uncertain, missing or seeded.";
        return !scale.IsCertainty && Weight == VoteWeight.Certainty
            ? "majority cannot weigh votes by certainty, for these ratings are named categories; use the weight equal."
            : null;
    }

    private protected override Verdict Decide(Ballot ballot)
    {
        var undecided = 0.0;
        var total = 0.0;
        foreach (var category in ballot.Categories)
        {
            var weight = Weight == VoteWeight.Certainty ? Math.Abs((2 * ballot.Scale.CertaintyOf(category)!.Value) - 1) : 1;
            if (ballot.Scale.ClassOf(category) is { } @class) ballot.Votes[@class] += weight;
            else undecided += weight;
            total += weight;
        }

        total += ballot.Invalid;
        if (total == 0) return Verdict.Undecided(LabelState.Uncertain, total);

        // The candidates in order: the classes, uncertain, invalid. Votes are sums of halves, so equal means equal.
        ReadOnlySpan<double> votes = [.. ballot.Votes, undecided, ballot.Invalid];
        var most = Most(votes);
        var tied = votes.Count(most);
        return tied > 1 ? Break(ballot, votes, most, tied, total) : Candidate(ballot, votes.IndexOf(most), total);
    }

    private static Verdict Candidate(Ballot ballot, int candidate, double total)
    {
        var classes = ballot.Votes.Length;
        if (candidate < classes) return Verdict.Of(candidate, total);
        return Verdict.Undecided(candidate == classes ? LabelState.Uncertain : LabelState.Invalid, total);
    }

    private static double Most(ReadOnlySpan<double> votes)
    {
        var most = 0.0;
        foreach (var vote in votes) most = Math.Max(most, vote);
        return most;
    }

    private Verdict Break(Ballot ballot, ReadOnlySpan<double> votes, double most, int tied, double total) => Tie switch
    {
        TiePolicy.Uncertain => Verdict.Undecided(LabelState.Uncertain, total),
        TiePolicy.Missing => Verdict.Undecided(LabelState.Missing, total),
        TiePolicy.Negative => Verdict.Of(ballot.Scale.FindClass("negative")!.Value, total),
        TiePolicy.Positive => Verdict.Of(ballot.Scale.FindClass("positive")!.Value, total),
        _ => Draw(ballot, votes, most, tied, total),
    };

    private Verdict Draw(Ballot ballot, ReadOnlySpan<double> votes, double most, int tied, double total)
    {
        // A stream an item: the draw does not depend on the ties before it.
        var drawn = new RandomStream(Seed, (ulong)ballot.Item).NextInt(tied);
        for (var candidate = 0; candidate < votes.Length; candidate++)
            if (votes[candidate] == most && drawn-- == 0) return Candidate(ballot, candidate, total);
        throw new System.Diagnostics.UnreachableException("A tied candidate is always met.");
    }
}
