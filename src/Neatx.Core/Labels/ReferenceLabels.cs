namespace Neatx.Core.Labels;

/// <summary>
/// Labels known for some items of a rating table, from experts or adjudication. A model rule holds them fixed, which anchors what it
/// learns about the raters. Immutable.
/// </summary>
public sealed class ReferenceLabels
{
    private readonly int?[] _classes;
    private readonly bool[] _invalid;

    private ReferenceLabels(RatingTable ratings, int?[] classes, bool[] invalid)
    {
        (Ratings, _classes, _invalid) = (ratings, classes, invalid);
        Count = classes.Count(known => known is not null) + invalid.Count(known => known);
    }

    /// <summary>The table whose items are labelled.</summary>
    public RatingTable Ratings { get; }

    /// <summary>The number of items with a reference label.</summary>
    public int Count { get; }

    /// <summary>
    /// Reference labels by item name and class name; "invalid" says that the image is unfit. A blank, "uncertain" or "missing" is no
    /// reference and is left out.
    /// </summary>
    /// <exception cref="ArgumentException">An item is not in the table, is labelled twice, or a class is unknown.</exception>
    public static ReferenceLabels Of(RatingTable ratings, IEnumerable<KeyValuePair<string, string>> labels)
    {
        var indices = new Dictionary<string, int>(ratings.Items.Count, StringComparer.Ordinal);
        for (var index = 0; index < ratings.Items.Count; index++) indices.Add(ratings.Items[index], index);
        var classes = new int?[ratings.Items.Count];
        var invalid = new bool[ratings.Items.Count];
        foreach (var (name, label) in labels)
        {
            if (!indices.TryGetValue(name, out var item))
                throw new ArgumentException($"The reference labels the item '{name}', which is not in the rating table.", nameof(labels));
            if (classes[item] is not null || invalid[item])
                throw new ArgumentException($"The reference labels the item '{name}' twice.", nameof(labels));
            classes[item] = ratings.Scale.FindClass(label);
            if (classes[item] is not null) continue;
            invalid[item] = label == "invalid";
            if (!invalid[item] && !(string.IsNullOrWhiteSpace(label) || label is "uncertain" or "missing"))
                throw new ArgumentException(
                    $"The reference label '{label}' of the item '{name}' is none of {string.Join(", ", ratings.Scale.Classes)}, invalid.", nameof(labels));
        }

        return new ReferenceLabels(ratings, classes, invalid);
    }

    /// <summary>The class of an item, or null when it has no reference or is invalid.</summary>
    public int? ClassOf(int item) => _classes[item];

    /// <summary>True when the reference says that the image is unfit.</summary>
    public bool IsInvalid(int item) => _invalid[item];
}
