namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>
/// Ratings as a model sees them: item by item, each a rater, an observed category and a weight above 0. What the model sets aside is not
/// here. A class is latent, a category is observed; the two differ where grades or INVALID are categories of their own.
/// </summary>
internal sealed class ObservedRatings
{
    /// <summary>In <see cref="ClassOfCategory"/> and <see cref="Anchor"/>: no class.</summary>
    public const int None = -1;

    public required int Raters { get; init; }

    public required IReadOnlyList<string> Classes { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Items + 1 offsets into the ratings.</summary>
    public required int[] Start { get; init; }

    /// <summary>The rater of each rating.</summary>
    public required int[] Rater { get; init; }

    /// <summary>The category of each rating.</summary>
    public required byte[] Category { get; init; }

    /// <summary>The weight of each rating, or null when all are 1.</summary>
    public required double[]? Weight { get; init; }

    /// <summary>The class that a category speaks for, or <see cref="None"/>.</summary>
    public required int[] ClassOfCategory { get; init; }

    /// <summary>Categories x classes: how far a category speaks for each class at the start, before anything is known of the raters.</summary>
    public required double[] Leaning { get; init; }

    /// <summary>The class that a reference fixes for each item, or <see cref="None"/>.</summary>
    public required int[] Anchor { get; init; }

    public int Items => Start.Length - 1;

    public int Count => Category.Length;

    /// <summary>True when the item takes part in the estimation.</summary>
    public bool TakesPart(int item) => Start[item + 1] > Start[item] || Anchor[item] != None;

    /// <summary>The soft majority: how far the ratings of an item speak for each class; even where they say nothing.</summary>
    public void FillStart(int item, Span<double> posterior)
    {
        posterior.Clear();
        if (Anchor[item] != None)
        {
            posterior[Anchor[item]] = 1;
            return;
        }

        var total = 0.0;
        for (var rating = Start[item]; rating < Start[item + 1]; rating++)
        {
            var weight = Weight is null ? 1 : Weight[rating];
            for (var @class = 0; @class < posterior.Length; @class++)
            {
                var vote = weight * Leaning[(Category[rating] * posterior.Length) + @class];
                posterior[@class] += vote;
                total += vote;
            }
        }

        if (total == 0) posterior.Fill(1.0 / posterior.Length);
        else foreach (ref var share in posterior) share /= total;
    }
}
