namespace Neatx.Core.Labels;

/// <summary>
/// What raters may answer, in natural order, and which classes a label can take. INVALID and missing stand beside every scale and
/// are not among its categories. Immutable.
/// </summary>
/// <remarks>
/// On the certainty scale the categories are the five grades and the classes are negative and positive. On a nominal scale each
/// category is a class. Tables that hold the words negative, uncertain and positive are certainties of 0, .5 and 1.
/// </remarks>
public sealed class RatingScale
{
    /// <summary>The most categories a nominal scale may have.</summary>
    public const int MaximumCategories = 250;

    private const int Grades = 5;

    private RatingScale(string[] categories, string[] classes, bool isCertainty)
    {
        Categories = categories;
        Classes = classes;
        IsCertainty = isCertainty;
        IsBinary = classes.Length == 2
            && classes.Contains(Negative, StringComparer.Ordinal)
            && classes.Contains(Positive, StringComparer.Ordinal);
    }

    /// <summary>The five grades of certainty that a finding is present: 0, 0.25, 0.5, 0.75, 1.</summary>
    public static RatingScale Certainty { get; } = new(["0", "0.25", "0.5", "0.75", "1"], [Negative, Positive], isCertainty: true);

    /// <summary>What raters may answer.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The classes that a label can take: "negative" and "positive", or the categories of a nominal scale.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>True for <see cref="Certainty"/>.</summary>
    public bool IsCertainty { get; }

    /// <summary>True when the classes are "negative" and "positive", so that a label is a <see cref="LabelState"/>.</summary>
    public bool IsBinary { get; }

    private const string Negative = "negative";

    private const string Positive = "positive";

    /// <summary>A scale of named categories without order.</summary>
    /// <exception cref="ArgumentException">No category, more than <see cref="MaximumCategories"/>, a blank name, or a name twice.</exception>
    public static RatingScale Nominal(params IEnumerable<string> categories)
    {
        string[] names = [.. categories];
        if (names.Length is 0 or > MaximumCategories)
            throw new ArgumentException($"A nominal scale has 1 to {MaximumCategories} categories, got {names.Length}.", nameof(categories));
        if (names.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A category has a name; a blank answer is a missing rating, not a category.", nameof(categories));
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new ArgumentException($"The category '{twice.Key}' is named twice.", nameof(categories));
        return new RatingScale(names, names, isCertainty: false);
    }

    /// <summary>The certainty in [0, 1] of a grade, or null on a nominal scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such category.</exception>
    public double? CertaintyOf(int category)
    {
        CheckCategory(category);
        return IsCertainty ? category / (Grades - 1.0) : null;
    }

    /// <summary>The class a category speaks for: the side of .5 on the certainty scale (null for .5 itself), else the category.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such category.</exception>
    public int? ClassOf(int category)
    {
        CheckCategory(category);
        if (!IsCertainty) return category;
        return category switch { < 2 => 0, 2 => null, _ => 1 };
    }

    /// <summary>The state of a class, or null when the scale is not binary.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such class.</exception>
    public LabelState? StateOf(int @class)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(@class);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(@class, Classes.Count);
        if (!IsBinary) return null;
        return Classes[@class] == Positive ? LabelState.Positive : LabelState.Negative;
    }

    /// <summary>The index of a class name (exact), or null when there is none.</summary>
    public int? FindClass(string name)
    {
        for (var index = 0; index < Classes.Count; index++)
            if (Classes[index] == name) return index;
        return null;
    }

    private void CheckCategory(int category)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(category);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(category, Categories.Count);
    }
}
