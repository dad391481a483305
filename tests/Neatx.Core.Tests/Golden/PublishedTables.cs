using Neatx.Core.Agreement;

namespace Neatx.Core.Tests.Golden;

/// <summary>Ratings printed in the literature, and what it says of them.</summary>
internal static class PublishedTables
{
    /// <summary>Cohen 1960, Educational and Psychological Measurement 20, p. 45, as frequencies of 200.</summary>
    public static Crosstab CohenPage45 { get; } = Table([88, 10, 2, 14, 40, 6, 18, 10, 12]);

    /// <summary>Cohen 1960, p. 37: agreement below chance.</summary>
    public static Crosstab CohenPage37 { get; } = Table([25, 13, 12, 12, 2, 16, 3, 15, 2]);

    /// <summary>SAS/STAT documentation of PROC FREQ, agreement on three categories.</summary>
    public static Crosstab Sas { get; } = Table([0, 4, 1, 0, 8, 0, 0, 1, 5]);

    /// <summary>Artstein and Poesio 2008, Computational Linguistics 34, example of two categories.</summary>
    public static Crosstab ArtsteinPoesio { get; } = Table([20, 20, 10, 50]);

    /// <summary>Gwet 2014, two abstractors who sort 100 pregnancies into three categories.</summary>
    public static Crosstab Abstractors { get; } = Table([13, 0, 0, 0, 20, 7, 0, 4, 56]);

    /// <summary>Krippendorff 2011 and Gwet 2014: four raters, 12 units, categories 1 to 5, some ratings missing (dots).</summary>
    public static RatingMatrix FourRaters { get; } = Matrix(
        ["1", "2", "3", "4", "5"],
        ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", "..3."]);

    /// <summary>Fleiss 1971, Psychological Bulletin 76, table 1: 30 patients, 6 of many psychiatrists each, 5 diagnoses.</summary>
    public static RatingMatrix Fleiss1971 { get; } = Matrix(
        ["1", "2", "3", "4", "5"],
        [
            "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444", "555555",
            "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112", "224444", "133555",
            "555555", "244444", "224555", "114444", "144445", "222224", "111155", "224444", "133333", "555555",
        ]);

    /// <summary>The teaching table of 10 subjects, 14 raters and 5 categories, rows as counts of each category.</summary>
    public static RatingMatrix TenByFourteen { get; } = Matrix(
        ["1", "2", "3", "4", "5"],
        new[]
        {
            (int[])[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        }.Select(counts => string.Concat(counts.Select((count, category) => new string((char)('1' + category), count)))));

    public static Crosstab Table(ReadOnlySpan<long> counts)
    {
        var size = (int)Math.Sqrt(counts.Length);
        return new Crosstab([.. Enumerable.Range(0, size).Select(category => "abcdefgh"[category].ToString())], counts);
    }

    /// <summary>One string per item, one character per rater, a dot where the rating is missing.</summary>
    public static RatingMatrix Matrix(IReadOnlyList<string> categories, IEnumerable<string> items)
    {
        RatingMatrixBuilder? builder = null;
        foreach (var item in items)
        {
            builder ??= new RatingMatrixBuilder(categories, [.. Enumerable.Range(1, item.Length).Select(rater => $"rater {rater}")]);
            builder.AddItem([.. item.Select(rating => rating == '.' ? (int?)null : categories.ToList().IndexOf(rating.ToString()))]);
        }

        return builder!.ToMatrix();
    }
}
