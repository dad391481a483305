using Neatx.Core.Labels;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>A campaign with simulated raters, each rating all items alone and in the same order.</summary>
public sealed record RaterSimulation
{
    /// <exception cref="ArgumentException">No rater, or a name twice.</exception>
    public RaterSimulation(params IReadOnlyList<SimulatedRater> raters)
    {
        if (raters.Count == 0) throw new ArgumentException("A simulation has at least one rater.", nameof(raters));
        CheckUnique(raters.Select(rater => rater.Name), "rater", nameof(raters));
        Raters = [.. raters];
    }

    public IReadOnlyList<SimulatedRater> Raters { get; }

    /// <summary>The same seed, raters and items give the same ratings; a rater added at the end changes no other's. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>One rater's ratings, one an item; Missing where the rater skipped.</summary>
    /// <param name="rater">The index of the rater.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such rater.</exception>
    public IReadOnlyList<Rating> RatingsOf(int rater, IReadOnlyList<SimulatedItem> items)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)rater, (uint)Raters.Count, nameof(rater));
        var random = new RandomStream(Seed, (ulong)rater);
        return Raters[rater].Rate(items, ref random);
    }

    /// <summary>All ratings on the certainty scale; items and raters keep their order.</summary>
    /// <exception cref="ArgumentException">An item's name repeats.</exception>
    public RatingTable Simulate(IReadOnlyList<SimulatedItem> items)
    {
        CheckUnique(items.Select(item => item.Name), "item", nameof(items));
        var builder = new RatingTableBuilder(RatingScale.Certainty);
        for (var rater = 0; rater < Raters.Count; rater++)
        {
            var ratings = RatingsOf(rater, items);
            for (var item = 0; item < items.Count; item++) builder.Add(items[item].Name, Raters[rater].Name, ratings[item]);
        }

        return builder.Build();
    }

    private static void CheckUnique(IEnumerable<string> names, string what, string parameter)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
            if (!seen.Add(name)) throw new ArgumentException($"The {what} '{name}' is named twice.", parameter);
    }
}
