using System.Globalization;
using System.Text;
using Neatx.Core.Labels;

namespace Neatx.Cli.Tests.Driving;

/// <summary>Small made-up or published ratings as CSV text.</summary>
internal static class Fixtures
{
    /// <summary>Four items that two raters judge with certainty: two agree, one is undecided by b, one is INVALID to b, one is blank to a.</summary>
    public const string Certainty = """
        image,patient,a,b
        i1,p1,0,0.25
        i2,p1,1,0.75
        i3,p2,1,0.5
        i4,p3,0,INVALID
        i5,p4,,1
        i6,p5,0.0,1.0

        """;

    /// <summary>A crosstab of two raters as a table of items: item, a, b.</summary>
    public static string Pair(string[] categories, params ReadOnlySpan<int> counts)
    {
        var text = new StringBuilder("item,a,b\n");
        var item = 0;
        for (var cell = 0; cell < counts.Length; cell++)
            for (var count = 0; count < counts[cell]; count++)
                text.Append(CultureInfo.InvariantCulture, $"{++item},{categories[cell / categories.Length]},{categories[cell % categories.Length]}\n");
        return text.ToString();
    }

    /// <summary>Cohen 1960, p. 45, as frequencies of 200: kappa .491525, standard error .051002, kappa max .830508.</summary>
    public static string CohenPage45 { get; } = Pair(["x", "y", "z"], 88, 10, 2, 14, 40, 6, 18, 10, 12);

    /// <summary>
    /// Krippendorff 2011: four raters, 12 units, categories 1 to 5, blanks missing, one row a rating: unit, rater, label.
    /// </summary>
    public static string FourRaters { get; } = Long("unit", ["11.1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", ".555", "..11", "..3."]);

    /// <summary>The anaesthetists of Dawid and Skene 1979, one row a rating; observer 1 has three for each patient.</summary>
    public static string Anaesthetists(RatingTable ratings)
    {
        var text = new StringBuilder("item,rater,label\n");
        for (var item = 0; item < ratings.Items.Count; item++)
            for (var rating = 0; rating < ratings.RatersOf(item).Length; rating++)
                text.Append(CultureInfo.InvariantCulture, $"{ratings.Items[item]},{ratings.Raters[ratings.RatersOf(item)[rating]]},{ratings.Scale.Categories[ratings.CategoriesOf(item)[rating]]}\n");
        return text.ToString();
    }

    private static string Long(string item, IReadOnlyList<string> rows)
    {
        var text = new StringBuilder($"{item},rater,label\n");
        for (var row = 0; row < rows.Count; row++)
            for (var rater = 0; rater < rows[row].Length; rater++)
                if (rows[row][rater] != '.') text.Append(CultureInfo.InvariantCulture, $"{row + 1},{"ABCD"[rater]},{rows[row][rater]}\n");
        return text.ToString();
    }
}
