namespace Neatx.Core.Splits;

/// <summary>
/// What a run keeps to show that its split is sound: sizes, the patients and images that any two parts share, counted anew from the list of
/// members, and the balance of every characteristic.
/// </summary>
public sealed record SplitCertificate
{
    private SplitCertificate(IReadOnlyList<PartSize> parts, IReadOnlyList<SharedBetweenParts> shared, IReadOnlyList<BalanceRow> balance) =>
        (Parts, Shared, Balance) = (parts, shared, balance);

    public IReadOnlyList<PartSize> Parts { get; }

    /// <summary>One row for each pair of parts.</summary>
    public IReadOnlyList<SharedBetweenParts> Shared { get; }

    /// <summary>One row for each characteristic, level and part, in this order.</summary>
    public IReadOnlyList<BalanceRow> Balance { get; }

    /// <summary>Whether no two parts share a patient or an image.</summary>
    public bool IsDisjoint => Shared.All(pair => pair is { Patients: 0, Images: 0 });

    /// <summary>The row of the largest standardised difference, or null where none is defined.</summary>
    public BalanceRow? LeastBalanced => Balance
        .Where(row => row.StandardisedDifference.Value is not null)
        .MaxBy(row => Math.Abs(row.StandardisedDifference.Value!.Value));

    /// <param name="split">The split.</param>
    /// <param name="cohort">The images it was made of, in the same order, with what is known of them.</param>
    /// <exception cref="ArgumentException">The cohort has other images.</exception>
    public static SplitCertificate Of(Split split, SplitCohort cohort)
    {
        if (!split.Images.SequenceEqual(cohort.Images, StringComparer.Ordinal))
            throw new ArgumentException("The cohort has other images than the split, or in another order.", nameof(cohort));
        var (images, patients) = (Sets(split), Sets(split));
        foreach (var member in split.Members)
        {
            images[member.Part].Add(member.Image);
            patients[member.Part].Add(member.Patient);
        }

        var parts = split.Parts.Select(part =>
            new PartSize(part, patients[part].Count, images[part].Count, (double)images[part].Count / split.Images.Count));
        var shared = from first in Enumerable.Range(0, split.Parts.Count)
                     from second in Enumerable.Range(first + 1, split.Parts.Count - first - 1)
                     let pair = (First: split.Parts[first], Second: split.Parts[second])
                     select new SharedBetweenParts(pair.First, pair.Second, Both(patients, pair), Both(images, pair));
        return new SplitCertificate([.. parts], [.. shared], [.. cohort.Characteristics.SelectMany(characteristic => Rows(split, characteristic))]);
    }

    private static Dictionary<string, HashSet<string>> Sets(Split split) =>
        split.Parts.ToDictionary(part => part, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);

    private static int Both(Dictionary<string, HashSet<string>> sets, (string First, string Second) pair) =>
        sets[pair.First].Count(sets[pair.Second].Contains);

    private static IEnumerable<BalanceRow> Rows(Split split, Characteristic characteristic)
    {
        var counts = new int[characteristic.Levels.Count, split.Parts.Count];
        var (ofPart, ofLevel) = (new int[split.Parts.Count], new int[characteristic.Levels.Count]);
        for (var image = 0; image < split.Images.Count; image++)
        {
            var (level, part) = (characteristic.LevelOfImage[image], split.PartOfImage(image));
            counts[level, part]++;
            ofPart[part]++;
            ofLevel[level]++;
        }

        return from level in Enumerable.Range(0, characteristic.Levels.Count)
               from part in Enumerable.Range(0, split.Parts.Count)
               select new BalanceRow(
                   characteristic.Name,
                   characteristic.Levels[level],
                   split.Parts[part],
                   counts[level, part],
                   ofPart[part],
                   ofLevel[level] - counts[level, part],
                   split.Images.Count - ofPart[part]);
    }
}
