using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Agreement;

public sealed class MultiRaterAgreementTests
{
    private static readonly AgreementOptions Options = new();

    [Fact]
    public void Of_FourRaters_ListsAllNamesInOrder() => Assert.Equal(
        [.. AgreementNames.OfManyRaters], MultiRaterAgreement.Of(PublishedTables.FourRaters, Options).Statistics.All.Select(each => each.Key).ToArray());

    [Fact]
    public void Of_NoItemRatedTwice_IsUndefined()
    {
        var table = MultiRaterAgreement.Of(PublishedTables.Matrix(["0", "1"], ["0.", ".1", ".."]), Options);
        Assert.Equal((0, 2, 1), (table.N, table.RatedOnce, table.Unrated));
        Assert.All(table.Statistics.All, each => Assert.Equal("no item has two ratings", each.Value.Undefined));
        Assert.Equal("no item was rated by both raters", table.Pairs[0].Kappa.Undefined);
    }

    [Fact]
    public void Of_NoItems_IsUndefined()
    {
        var empty = new RatingMatrixBuilder(["0", "1"], ["A", "B", "C"]).ToMatrix();
        var table = MultiRaterAgreement.Of(empty, Options with { Bootstrap = new BootstrapOptions() });
        Assert.All(table.Statistics.All, each => Assert.NotNull(each.Value.Undefined));
    }

    [Fact]
    public void Of_SilentRater_CountsForNothing()
    {
        var (with, without) = (
            PublishedTables.Matrix(["0", "1"], ["00.", "01.", "11.", "00."]), PublishedTables.Matrix(["0", "1"], ["00", "01", "11", "00"]));
        foreach (var (name, statistic) in MultiRaterAgreement.Of(without, Options).Statistics.All)
            Assert.Equal(statistic, MultiRaterAgreement.Of(with, Options)[name]);
    }

    [Fact]
    public void Of_PairStatistic_SaysItNeedsTwoRaters() => Assert.Contains(
        "two raters only",
        Assert.Throws<ArgumentException>(() => MultiRaterAgreement.Of("kappa_max", PublishedTables.FourRaters, Options)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Of_BootstrapByPatient_GivesEveryStatisticAnInterval()
    {
        var patients = Enumerable.Range(0, 30).Select(item => item / 2).ToArray();
        var options = Options with { Bootstrap = new BootstrapOptions { Resamples = 300 } };
        var table = MultiRaterAgreement.Of(PublishedTables.Fleiss1971, options, patients);
        Assert.All(table.Statistics.All, each => Assert.Equal("bootstrap by patient, percentile, 300 resamples, seed 1", each.Value.BootstrapCi!.Method));
        Assert.Contains("by item", MultiRaterAgreement.Of(PublishedTables.Fleiss1971, options)["fleiss_kappa"].BootstrapCi!.Method, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => MultiRaterAgreement.Of(PublishedTables.Fleiss1971, options, patients.AsSpan(1)));
    }

    /// <summary>So many raters that patterns are hashed: on half the items one of 20 raters, in 19 of 190 pairs, differs.</summary>
    [Fact]
    public void Of_ManyRaters_CountsPatternsByHash()
    {
        var matrix = PublishedTables.Matrix(["0", "1"], Enumerable.Range(0, 40).Select(item => new string(item % 2 == 0 ? '0' : '1', 19) + "0"));
        var patterns = RatingPatterns.Of(matrix, out var patternOfItem);
        Assert.Equal((2, 20L), (patterns.Distinct, patterns.Counts[0]));
        Assert.Equal([0, 1, 0, 1], patternOfItem[..4]);
        Assert.Equal(.95, MultiRaterAgreement.Of("percent_agreement", matrix, Options).Value!.Value, 12);
    }

    [Fact]
    public void RatingMatrix_LongFormat_KeepsRatingsAndGaps()
    {
        var builder = new RatingMatrixBuilder(["no", "yes"], ["ann", "bob"]);
        builder.Add(2, 1, 1);
        builder.Add(0, 0, 0);
        var matrix = builder.ToMatrix();
        Assert.Equal(3, matrix.Items);
        Assert.Equal((0, null, null, 1), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[2, 1]));
    }

    [Fact]
    public void RatingMatrixBuilder_WrongRating_SaysWhatAndWhere()
    {
        var builder = new RatingMatrixBuilder(["no", "yes"], ["ann", "bob"]);
        builder.Add(7, 1, 1);
        Assert.Contains("'bob' rated item 7 twice", Assert.Throws<InvalidOperationException>(() => builder.Add(7, 1, 0)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(0, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(0, 0, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(-1, 0, 0));
        Assert.Throws<ArgumentException>(() => builder.AddItem([0]));
        Assert.Throws<ArgumentException>(() => new RatingMatrixBuilder(["no", "no"], ["ann"]));
        Assert.Throws<ArgumentException>(() => new RatingMatrixBuilder(["no"], []));
        Assert.Throws<ArgumentException>(() => new RatingMatrixBuilder([.. Enumerable.Range(0, 256).Select(index => $"{index}")], ["ann"]));
    }
}
