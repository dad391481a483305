using Neatx.Core.Agreement;

namespace Neatx.Core.Tests.Agreement;

public sealed class RatingMatrixTests
{
    private static readonly string[] Categories = ["no", "unsure", "yes"];

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public void OfColumns_SameRatings_EqualsTheBuilder(int raterCount)
    {
        // Three raters fit the table of patterns; twenty do not and are hashed. 5,001 items are more than one block and an odd number.
        const int items = 5_001;
        string[] raters = [.. Enumerable.Range(0, raterCount).Select(rater => $"r{rater}")];
        var columns = new ReadOnlyMemory<byte>[raterCount];
        var builder = new RatingMatrixBuilder(Categories, raters);
        for (var rater = 0; rater < raterCount; rater++)
        {
            var codes = new byte[items];
            for (var item = 0; item < items; item++)
            {
                codes[item] = (byte)(((item * 7) + (rater * item / 11)) % 4);
                if (codes[item] > 0) builder.Add(item, rater, codes[item] - 1);
            }

            columns[rater] = codes;
        }

        var expected = builder.ToMatrix();
        var matrix = RatingMatrix.OfColumns(Categories, raters, columns);
        Assert.Equal(items, matrix.Items);
        Assert.Equal(expected[4_999, 2], matrix[4_999, 2]);
        foreach (var name in new[] { AgreementNames.FleissKappa, AgreementNames.AlphaNominal })
            Assert.Equal(MultiRaterAgreement.Of(name, expected, new AgreementOptions()), MultiRaterAgreement.Of(name, matrix, new AgreementOptions()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Patterns_OfItems_NumberTheDistinctRows(int raterCount)
    {
        string[] raters = [.. Enumerable.Range(0, raterCount).Select(rater => $"r{rater}")];
        ReadOnlyMemory<byte> codes = new byte[] { 3, 0, 3, 1, 0, 3 };
        var patterns = RatingPatterns.Of(RatingMatrix.OfColumns(Categories, raters, [.. raters.Select(_ => codes)]), out var patternOfItem);
        Assert.Equal([2L, 1L, 3L], patterns.Counts.ToArray());
        Assert.Equal([2, 0, 2, 1, 0, 2], patternOfItem);
    }

    [Fact]
    public void OfColumns_UnknownCode_NamesTheItem()
    {
        var mistake = Assert.Throws<ArgumentOutOfRangeException>(
            () => RatingMatrix.OfColumns(Categories, ["a"], [new byte[] { 0, 3, 4 }]));
        Assert.Contains("item 2", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfColumns_ColumnsOfDifferentLength_AreRefused()
    {
        var mistake = Assert.Throws<ArgumentException>(
            () => RatingMatrix.OfColumns(Categories, ["a", "b"], [new byte[] { 1, 2 }, new byte[] { 1 }]));
        Assert.Contains("Expected 2 items", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OfColumns_NoRater_IsRefused() =>
        Assert.Throws<ArgumentException>(() => RatingMatrix.OfColumns(Categories, [], []));
}
