namespace Neatx.Workspace.Labels;

/// <summary>Which columns of a CSV file hold ratings: one row an item with a column a rater, or one row a rating.</summary>
public sealed record RatingColumns
{
    private RatingColumns()
    {
    }

    /// <summary>The column that names the item, or null where each row is an item of its own.</summary>
    public string? Item { get; private init; }

    /// <summary>The columns that hold the ratings, named as their raters; empty where a row is a rating.</summary>
    public IReadOnlyList<string> Ratings { get; private init; } = [];

    /// <summary>The column that names the rater, where a row is a rating.</summary>
    public string? Rater { get; private init; }

    /// <summary>The column that holds the rating, where a row is a rating.</summary>
    public string? Label { get; private init; }

    /// <summary>The column that names the cluster of an item, such as its patient. Default: none.</summary>
    public string? Cluster { get; init; }

    /// <summary>The column that holds a reference label where one is known. Default: none.</summary>
    public string? Reference { get; init; }

    /// <summary>Texts that mean that nothing was said, beside empty cells and the word "missing". Default: none.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    /// <summary>One row an item, one column a rater.</summary>
    /// <exception cref="NeatxException">Fewer than two columns, or one is named twice.</exception>
    public static RatingColumns RowPerItem(string? item, IReadOnlyList<string> ratings)
    {
        if (ratings.Count < 2) throw new NeatxException($"expected at least two columns of ratings, found {ratings.Count}; name one column for each rater.");
        var twice = ratings.GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new RatingColumns { Item = item, Ratings = [.. ratings] }
            : throw new NeatxException($"the column '{twice.Key}' is named twice; each rater has a column of its own.");
    }

    /// <summary>One row a rating.</summary>
    public static RatingColumns RowPerRating(string item, string rater, string label) => new() { Item = item, Rater = rater, Label = label };
}
