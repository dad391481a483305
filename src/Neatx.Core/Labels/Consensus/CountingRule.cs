namespace Neatx.Core.Labels.Consensus;

/// <summary>
/// A rule that looks at the ratings of one item at a time and learns nothing about the raters. A missing rating never counts: an item
/// with ratings of fewer than <see cref="MinimumRaters"/> raters is missing.
/// </summary>
public abstract record CountingRule : ConsensusRule
{
    private protected CountingRule()
    {
    }

    /// <summary>The fewest raters whose ratings count, below which the label is missing. Default 2 (majority: 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MinimumRaters
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 2;

    /// <summary>Default: uncertain when some raters say INVALID, invalid when all do (majority: a vote).</summary>
    /// <exception cref="ArgumentException">The rule does not know this policy.</exception>
    public InvalidPolicy Invalid
    {
        get;
        init => field = KnownPolicies.Contains(value)
            ? value
            : throw new ArgumentException(
                $"{Name} does not vote, so INVALID cannot be read as {value}; use UncertainUnlessAll, AnyIsInvalid or LeftOut.", nameof(value));
    } = InvalidPolicy.UncertainUnlessAll;

    private protected override IReadOnlyList<OptionField> Fields =>
    [
        OptionField.Whole<CountingRule>("minimum_raters", 1, rule => rule.MinimumRaters, (rule, value) => rule with { MinimumRaters = value }),
        OptionField.Word<CountingRule, InvalidPolicy>("invalid", KnownPolicies, rule => rule.Invalid, (rule, value) => rule with { Invalid = value }),
    ];

    private protected virtual InvalidPolicy[] KnownPolicies =>
        [InvalidPolicy.UncertainUnlessAll, InvalidPolicy.AnyIsInvalid, InvalidPolicy.LeftOut];

    /// <inheritdoc/>
    public sealed override ConsensusOutcome Resolve(RatingTable ratings)
    {
        if (Unsuited(ratings.Scale) is { } reason) return ConsensusOutcome.Refused(Provenance(), reason);
        var classes = ratings.Scale.Classes.Count;
        var items = new ItemConsensus[ratings.Items.Count];
        var shares = new double[items.Length * classes];
        var counted = new int[ratings.Raters.Count];
        Span<byte> answers = new byte[ratings.Count];
        for (var item = 0; item < items.Length; item++)
            items[item] = Resolve(ratings, item, answers, shares.AsSpan(item * classes, classes), counted);
        return ConsensusOutcome.Of(Provenance(), new ConsensusLabels(ratings, ratings.Scale.Classes, items, shares, Raters(ratings, counted), fit: null));
    }

    /// <summary>Why the rule cannot be used on a scale, or null when it can.</summary>
    private protected abstract string? Unsuited(RatingScale scale);

    /// <summary>The label of an item that has at least one answer to count; fills the votes of the ballot.</summary>
    private protected abstract Verdict Decide(Ballot ballot);

    private ItemConsensus Resolve(RatingTable ratings, int item, Span<byte> answers, Span<double> shares, int[] counted)
    {
        var categories = ratings.CategoriesOf(item);
        var graded = 0;
        foreach (var category in categories)
            if (category != RatingTable.Invalid) answers[graded++] = category;
        var invalid = categories.Length - graded;
        var setAside = invalid > 0 && graded > 0 && Invalid == InvalidPolicy.LeftOut;
        var raters = CountRaters(ratings, item, setAside, counted);
        var support = setAside ? graded : categories.Length;
        if (raters < MinimumRaters) return ItemConsensus.Undecided(LabelState.Missing, probability: null, support);

        var allInvalid = graded == 0;
        if (allInvalid || (invalid > 0 && Invalid == InvalidPolicy.AnyIsInvalid))
            return ItemConsensus.Undecided(LabelState.Invalid, (double)invalid / support, support);

        var ballot = new Ballot
        {
            Scale = ratings.Scale,
            Item = item,
            Categories = answers[..graded],
            Invalid = setAside ? 0 : invalid,
            Votes = shares,
        };
        var verdict = invalid > 0 && Invalid == InvalidPolicy.UncertainUnlessAll
            ? Verdict.Undecided(LabelState.Uncertain, ballot.CountEqually())
            : Decide(ballot);
        return Label(verdict, ratings.Scale, shares, invalid, support);
    }

    private static ItemConsensus Label(Verdict verdict, RatingScale scale, Span<double> shares, int invalid, int support)
    {
        if (verdict.State == LabelState.Missing) return ItemConsensus.Undecided(LabelState.Missing, probability: null, support);
        if (verdict.Weight == 0) return ItemConsensus.Undecided(verdict.State, probability: null, support);
        var top = 0.0;
        foreach (ref var share in shares)
        {
            share /= verdict.Weight;
            top = Math.Max(top, share);
        }

        if (verdict.Class is { } @class) return ItemConsensus.Decided(@class, scale, shares[@class], support);
        return ItemConsensus.Undecided(verdict.State, verdict.State == LabelState.Invalid ? invalid / verdict.Weight : top, support);
    }

    private static int CountRaters(RatingTable ratings, int item, bool invalidSetAside, int[] counted)
    {
        var raters = ratings.RatersOf(item);
        var categories = ratings.CategoriesOf(item);
        var distinct = 0;
        int? previous = null;
        for (var index = 0; index < raters.Length; index++)
        {
            if (invalidSetAside && categories[index] == RatingTable.Invalid) continue;
            counted[raters[index]]++;
            if (raters[index] != previous) distinct++;
            previous = raters[index];
        }

        return distinct;
    }

    private static RaterEstimate[] Raters(RatingTable ratings, int[] counted) =>
        [.. ratings.Raters.Select((name, rater) => new RaterEstimate { Rater = name, Ratings = counted[rater] })];
}
