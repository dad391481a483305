using CsCheck;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Fixtures;

/// <summary>Random small rating tables of every shape: repeated, missing and INVALID ratings, raters and items without any.</summary>
internal static class RandomTables
{
    /// <summary>A rating as item, rater and category, where the category one past the last is INVALID.</summary>
    public static Gen<(int Classes, (int Item, int Rater, int Category)[] Ratings)> Entries { get; } =
        Gen.Int[2, 4].SelectMany(classes =>
            Gen.Select(Gen.Int[0, 11], Gen.Int[0, 4], Gen.Int[0, classes]).Array[0, 80].Select(ratings => (classes, ratings)));

    public static Gen<RatingTable> Nominal { get; } = Entries.Select(entries => Build(entries.Classes, entries.Ratings));

    public static Gen<RatingTable> Certainties { get; } =
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 4], Gen.Byte[0, 6]).Array[0, 80].Select(ratings =>
        {
            var builder = Listed(RatingScale.Certainty);
            foreach (var (item, rater, code) in ratings) builder.Add($"i{item}", $"r{rater}", Rating.OfCode(code));
            return builder.Build();
        });

    public static RatingTable Build(int classes, IEnumerable<(int Item, int Rater, int Category)> ratings)
    {
        var builder = Listed(RatingScale.Nominal(Enumerable.Range(0, classes).Select(index => $"c{index}")));
        foreach (var (item, rater, category) in ratings)
        {
            if (category == classes) builder.AddInvalid($"i{item}", $"r{rater}");
            else builder.Add(item, rater, category);
        }

        return builder.Build();
    }

    private static RatingTableBuilder Listed(RatingScale scale)
    {
        var builder = new RatingTableBuilder(scale);
        for (var item = 0; item < 12; item++) builder.Item($"i{item}");
        for (var rater = 0; rater < 5; rater++) builder.Rater($"r{rater}");
        return builder;
    }
}
