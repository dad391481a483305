namespace Neatx.Imaging.Duplicates;

/// <summary>Images of a dataset that look the same, above all where they are said to be of different patients or lie in different parts of a split.</summary>
public sealed class NearDuplicates
{
    /// <summary>Far above what scaling and compressing change (2), far below how near different films come (34).</summary>
    public const int DefaultDistance = 15;

    private NearDuplicates(IReadOnlyList<NearDuplicatePair> pairs, IReadOnlyList<IReadOnlyList<HashedImage>> groups) => (Pairs, Groups) = (pairs, groups);

    /// <summary>All pairs within the distance, in the order of the images.</summary>
    public IReadOnlyList<NearDuplicatePair> Pairs { get; }

    /// <summary>Images that hang together by pairs, two or more a group; groups and their images in the order of the images.</summary>
    public IReadOnlyList<IReadOnlyList<HashedImage>> Groups { get; }

    /// <summary>Of <see cref="Pairs"/>, those of different patients.</summary>
    public IEnumerable<NearDuplicatePair> AcrossPatients => Pairs.Where(pair => pair.CrossesPatients);

    /// <summary>Of <see cref="Pairs"/>, those in different parts of the split.</summary>
    public IEnumerable<NearDuplicatePair> AcrossParts => Pairs.Where(pair => pair.CrossesParts);

    /// <summary>Looks for them. The result depends on the order of the images alone, never on the number of threads.</summary>
    /// <param name="images">All images.</param>
    /// <param name="distance">The most bits of 256 in which two hashes may differ; up to 47 only few pairs are compared, beyond that all.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="ArgumentOutOfRangeException">The distance is not between 0 and 256.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NearDuplicates Of(IReadOnlyList<HashedImage> images, int distance = DefaultDistance, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(distance);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distance, PerceptualHash.Bits);
        var places = HashIndex.Pairs([.. images.Select(image => image.Hash)], distance, cancellation);
        var pairs = from place in places
                    let first = images[place.First]
                    let second = images[place.Second]
                    select new NearDuplicatePair(first, second, first.Hash.Distance(second.Hash));
        return new NearDuplicates([.. pairs], Grouped(images, places));
    }

    private static IReadOnlyList<IReadOnlyList<HashedImage>> Grouped(IReadOnlyList<HashedImage> images, (int First, int Second)[] pairs)
    {
        // Each image points to an earlier one of its group; the first points to itself.
        var earlier = Enumerable.Range(0, images.Count).ToArray();
        int First(int place)
        {
            while (earlier[place] != place) place = earlier[place] = earlier[earlier[place]];
            return place;
        }

        foreach (var (first, second) in pairs)
        {
            var (a, b) = (First(first), First(second));
            earlier[Math.Max(a, b)] = Math.Min(a, b);
        }

        return
        [
            .. Enumerable.Range(0, images.Count).GroupBy(First).Where(group => group.Skip(1).Any())
                .Select(group => (IReadOnlyList<HashedImage>)[.. group.Select(place => images[place])]),
        ];
    }
}
