using CsCheck;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Labels;

public sealed class RatingTableBuilderTests
{
    [Fact]
    public void Build_RatingsInAnyOrder_AreGroupedByItemThenRaterThenEntry()
    {
        var table = new RatingTableBuilder(RatingScale.Certainty)
            .Add("x", "b", Rating.OfCertainty(1))
            .Add("y", "b", Rating.Invalid)
            .Add("x", "a", Rating.OfCertainty(.25))
            .Add("x", "b", Rating.OfCertainty(0))
            .Build();

        Assert.Equal(["x", "y"], table.Items);
        Assert.Equal(["b", "a"], table.Raters);
        Assert.Equal([0, 0, 1], table.RatersOf(0).ToArray());
        Assert.Equal([4, 0, 1], table.CategoriesOf(0).ToArray());
        Assert.Equal([RatingTable.Invalid], table.CategoriesOf(1).ToArray());
        Assert.Equal(4, table.Count);
    }

    [Fact]
    public void Add_MissingRating_ListsItemAndRaterAndAddsNothing()
    {
        var table = new RatingTableBuilder(RatingScale.Certainty).Add("x", "a", Rating.Missing).Build();

        Assert.Equal(["x"], table.Items);
        Assert.Equal(["a"], table.Raters);
        Assert.Equal(0, table.Count);
        Assert.True(table.CategoriesOf(0).IsEmpty);
    }

    [Fact]
    public void Add_UnknownCategory_NamesWhatTheScaleHas()
    {
        var builder = new RatingTableBuilder(RatingScale.Nominal("L", "R"));

        var error = Assert.Throws<ArgumentException>(() => builder.Add("x", "a", "both"));

        Assert.Contains("no category 'both'; it has L, R", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_CertaintyOnANominalScale_Throws() =>
        Assert.Throws<InvalidOperationException>(() => new RatingTableBuilder(RatingScale.Nominal("L", "R")).Add("x", "a", Rating.OfCertainty(1)));

    [Fact]
    public void Add_NumbersOutside_Throw()
    {
        var builder = new RatingTableBuilder(RatingScale.Nominal("L", "R"));
        var (item, rater) = (builder.Item("x"), builder.Rater("a"));

        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(item + 1, rater, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(item, rater - 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(item, rater, 2));
        Assert.Throws<ArgumentException>(() => builder.Item(" "));
    }

    [Fact]
    public void Build_AnyRatings_KeepsEveryOneOfThem() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 2]).Array[0, 40].Sample(entries =>
        {
            var builder = new RatingTableBuilder(RatingScale.Nominal("p", "q", "r"));
            for (var index = 0; index < 5; index++) builder.Item($"i{index}");
            for (var index = 0; index < 4; index++) builder.Rater($"r{index}");
            foreach (var (item, rater, category) in entries) builder.Add(item, rater, category);
            var table = builder.Build();

            for (var item = 0; item < 5; item++)
            {
                var expected = entries.Where(entry => entry.Item1 == item).OrderBy(entry => entry.Item2).ToArray();
                Assert.Equal(expected.Select(entry => entry.Item2), table.RatersOf(item).ToArray());
                Assert.Equal(expected.Select(entry => (byte)entry.Item3), table.CategoriesOf(item).ToArray());
            }
        });
}
