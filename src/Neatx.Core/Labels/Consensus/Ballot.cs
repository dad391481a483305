namespace Neatx.Core.Labels.Consensus;

/// <summary>The ratings of one item as a counting rule sees them.</summary>
internal readonly ref struct Ballot
{
    public required RatingScale Scale { get; init; }

    /// <summary>The number of the item in its table.</summary>
    public required int Item { get; init; }

    /// <summary>The answers that are not INVALID, as categories of the scale.</summary>
    public required ReadOnlySpan<byte> Categories { get; init; }

    /// <summary>The number of INVALID that count: always 0 unless INVALID is a vote.</summary>
    public required int Invalid { get; init; }

    /// <summary>To fill: the weight of the votes for each class.</summary>
    public required Span<double> Votes { get; init; }

    /// <summary>Gives each class one vote for each answer that speaks for it.</summary>
    /// <returns>The weight of all answers, those for no class included.</returns>
    public double CountEqually()
    {
        foreach (var category in Categories)
            if (Scale.ClassOf(category) is { } @class) Votes[@class]++;
        return Categories.Length + Invalid;
    }
}
