using System.Globalization;
using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Core.Splits;

/// <summary>
/// Something known of every image that parts of a split should share alike: the state of a finding, sex, age band, view. Immutable.
/// </summary>
public sealed class Characteristic
{
    private const string Missing = "missing";

    private readonly int[] _levelOfImage;

    private Characteristic(string name, bool isFinding, IReadOnlyList<string> levels, int[] levelOfImage) =>
        (Name, IsFinding, Levels, _levelOfImage) = (name, isFinding, levels, levelOfImage);

    /// <summary>For instance "drain", "sex".</summary>
    public string Name { get; }

    /// <summary>True where the levels are label states.</summary>
    public bool IsFinding { get; }

    /// <summary>The levels that occur, in their natural order.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>For each image, the index into <see cref="Levels"/>.</summary>
    public ReadOnlySpan<int> LevelOfImage => _levelOfImage;

    /// <summary>The states of a finding; uncertain, invalid and missing are levels of their own.</summary>
    public static Characteristic OfFinding(string finding, ReadOnlySpan<LabelState> labels)
    {
        LabelState[] order = [LabelState.Negative, LabelState.Uncertain, LabelState.Positive, LabelState.Invalid, LabelState.Missing];
        var rankOf = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++) rankOf[(int)order[rank]] = rank;
        var ranks = new int[labels.Length];
        for (var image = 0; image < ranks.Length; image++) ranks[image] = rankOf[(int)labels[image]];
        return OfRanks(finding, true, [.. order.Select(AgreementPolicy.Word)], ranks);
    }

    /// <summary>Any words, in ordinal order; null and blanks are the level "missing", which comes last.</summary>
    public static Characteristic OfValues(string name, IReadOnlyList<string?> values)
    {
        var words = values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!).Distinct(StringComparer.Ordinal)
            .Where(word => word != Missing).Order(StringComparer.Ordinal).Append(Missing).ToArray();
        var rankOf = words.Select((word, rank) => KeyValuePair.Create(word, rank)).ToDictionary(StringComparer.Ordinal);
        return OfRanks(name, false, words, [.. values.Select(value => string.IsNullOrWhiteSpace(value) ? words.Length - 1 : rankOf[value])]);
    }

    /// <summary>Ages in bands.</summary>
    /// <param name="name">For instance "age".</param>
    /// <param name="years">The age of each image's patient, or null.</param>
    /// <param name="starts">The first year of each band but the lowest, ascending: 18, 40 makes "under 18", "18-39" and "40 and over".</param>
    /// <exception cref="ArgumentException">The starts do not ascend, or there is none.</exception>
    public static Characteristic OfAges(string name, IReadOnlyList<int?> years, IReadOnlyList<int> starts)
    {
        if (starts.Count == 0 || starts.Zip(starts.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException($"Age bands start at years that ascend, got {string.Join(", ", starts)}.", nameof(starts));
        var bands = new List<string> { string.Create(CultureInfo.InvariantCulture, $"under {starts[0]}") };
        for (var band = 1; band < starts.Count; band++)
            bands.Add(string.Create(CultureInfo.InvariantCulture, $"{starts[band - 1]}-{starts[band] - 1}"));
        bands.Add(string.Create(CultureInfo.InvariantCulture, $"{starts[^1]} and over"));
        bands.Add(Missing);
        return OfRanks(name, false, bands, [.. years.Select(year => year is { } age ? starts.Count(start => start <= age) : bands.Count - 1)]);
    }

    /// <summary>Drops the levels that no image has.</summary>
    private static Characteristic OfRanks(string name, bool isFinding, IReadOnlyList<string> all, int[] ranks)
    {
        var present = new bool[all.Count];
        foreach (var rank in ranks) present[rank] = true;
        var (levels, indexOf) = (new List<string>(), new int[all.Count]);
        for (var rank = 0; rank < all.Count; rank++)
        {
            if (!present[rank]) continue;
            indexOf[rank] = levels.Count;
            levels.Add(all[rank]);
        }

        for (var image = 0; image < ranks.Length; image++) ranks[image] = indexOf[ranks[image]];
        return new Characteristic(name, isFinding, levels, ranks);
    }
}
