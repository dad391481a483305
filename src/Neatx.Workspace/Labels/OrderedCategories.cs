using System.Globalization;

namespace Neatx.Workspace.Labels;

/// <summary>The names of categories in an order, and which name a text means.</summary>
internal sealed class OrderedCategories
{
    // Words whose order is beyond doubt. Of these, case is no difference.
    private static readonly string[][] Scales =
    [
        ["no", "yes"],
        ["n", "y"],
        ["false", "true"],
        ["f", "t"],
        ["absent", "present"],
        ["normal", "abnormal"],
        ["negative", "uncertain", "positive"],
        ["negative", "equivocal", "positive"],
        ["none", "mild", "moderate", "severe"],
        ["low", "medium", "high"],
    ];

    private readonly Dictionary<string, int> indices;

    private OrderedCategories(IReadOnlyList<string> names, CategoryOrder order, Dictionary<string, int> indices) =>
        (Names, Order, this.indices) = (names, order, indices);

    public IReadOnlyList<string> Names { get; }

    public CategoryOrder Order { get; }

    /// <summary>The texts that a file holds: numbers by value, known words by meaning, others by their characters.</summary>
    public static OrderedCategories Natural(IReadOnlyList<string> texts)
    {
        if (texts.All(text => Number(text) is not null)) return ByNumber(texts);
        if (Scales.FirstOrDefault(words => texts.All(text => words.Contains(text, StringComparer.OrdinalIgnoreCase))) is { } scale)
        {
            string[] used = [.. scale.Where(word => texts.Contains(word, StringComparer.OrdinalIgnoreCase)).Select(word => texts.First(text => text.Equals(word, StringComparison.OrdinalIgnoreCase)))];
            return new OrderedCategories(used, CategoryOrder.ByMeaning, Numbered(used, StringComparer.OrdinalIgnoreCase));
        }

        string[] sorted = [.. texts.Order(StringComparer.Ordinal)];
        return new OrderedCategories(sorted, CategoryOrder.ByText, Numbered(sorted, StringComparer.Ordinal));
    }

    /// <summary>The categories that a user states.</summary>
    /// <exception cref="NeatxException">One is stated twice.</exception>
    public static OrderedCategories Stated(IReadOnlyList<string> names)
    {
        var distinct = names.Select(name => Number(name) is { } value ? Name(value) : name).ToList();
        if (distinct.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new NeatxException($"the category '{twice.Key}' is stated twice.");
        return new OrderedCategories(distinct, CategoryOrder.Stated, Numbered(distinct, StringComparer.Ordinal));
    }

    /// <summary>The index of the category that a text means, or null.</summary>
    public int? Find(string text) => indices.TryGetValue(text, out var index) || (Number(text) is { } value && indices.TryGetValue(Name(value), out index)) ? index : null;

    private static OrderedCategories ByNumber(IReadOnlyList<string> texts)
    {
        string[] names = [.. texts.Select(text => Number(text)!.Value).Distinct().Order().Select(Name)];
        return new OrderedCategories(names, CategoryOrder.ByNumber, Numbered(names, StringComparer.Ordinal));
    }

    private static Dictionary<string, int> Numbered(IEnumerable<string> names, StringComparer comparer) =>
        names.Select(KeyValuePair.Create).ToDictionary(comparer);

    /// <summary>The number that a text is, so that 1, 1.0 and 01 are one category.</summary>
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value + 0.0 : null;

    private static string Name(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
