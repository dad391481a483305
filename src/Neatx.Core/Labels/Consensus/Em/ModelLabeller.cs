namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>From posteriors to labels.</summary>
internal sealed class ModelLabeller(ModelRule rule, RatingTable ratings, ObservedRatings data, ReferenceLabels? reference)
{
    /// <summary>Posteriors nearer than this are equal: their order is rounding, not evidence.</summary>
    private const double Tie = 1e-9;

    public ItemConsensus[] Label(Estimate estimate)
    {
        var items = new ItemConsensus[ratings.Items.Count];
        for (var item = 0; item < items.Length; item++)
        {
            var label = Label(item, estimate.Posterior.AsSpan(item * data.Classes.Count, data.Classes.Count));
            var isEstimated = estimate.Difficulty is not null && data.Start[item + 1] > data.Start[item];
            items[item] = isEstimated ? label with { Difficulty = estimate.Difficulty![item] } : label;
        }

        return items;
    }

    private ItemConsensus Label(int item, ReadOnlySpan<double> posterior)
    {
        var support = data.Start[item + 1] - data.Start[item];
        if (data.Anchor[item] != ObservedRatings.None) return Of(data.Anchor[item], probability: 1, support);
        if (reference?.IsInvalid(item) == true) return ItemConsensus.Undecided(LabelState.Invalid, probability: null, support);

        var (raters, graded, invalid) = Judged(item);
        if (raters < rule.MinimumRaters) return ItemConsensus.Undecided(LabelState.Missing, probability: null, support);
        if (graded == 0 && rule.Invalid != InvalidReading.Class)
            return ItemConsensus.Undecided(invalid > 0 ? LabelState.Invalid : LabelState.Missing, probability: null, support);
        if (support == 0) return ItemConsensus.Undecided(LabelState.Uncertain, probability: null, support);

        var best = 0;
        for (var @class = 1; @class < posterior.Length; @class++)
            if (posterior[@class] > posterior[best]) best = @class;
        var certain = posterior[best] > rule.CertainAbove + Tie;
        for (var @class = 0; @class < posterior.Length; @class++)
            certain &= @class == best || posterior[@class] < posterior[best] - Tie;
        return certain ? Of(best, posterior[best], support) : ItemConsensus.Undecided(LabelState.Uncertain, posterior[best], support);
    }

    private ItemConsensus Of(int @class, double probability, int support) => @class < ratings.Scale.Classes.Count
        ? ItemConsensus.Decided(@class, ratings.Scale, probability, support)
        : ItemConsensus.Undecided(LabelState.Invalid, probability, support);

    /// <summary>Different raters whose answer counts as one; answers other than INVALID; INVALID answers.</summary>
    private (int Raters, int Graded, int Invalid) Judged(int item)
    {
        var raters = ratings.RatersOf(item);
        var answers = ratings.CategoriesOf(item);
        var invalid = answers.Count(RatingTable.Invalid);
        var graded = answers.Length - invalid;
        var setAside = rule.Invalid == InvalidReading.LeftOut && graded > 0;
        var distinct = 0;
        int? previous = null;
        for (var index = 0; index < answers.Length; index++)
        {
            if (setAside && answers[index] == RatingTable.Invalid) continue;
            if (raters[index] != previous) distinct++;
            previous = raters[index];
        }

        return (distinct, graded, invalid);
    }
}
