using Neatx.Learning.Training.Loop;

namespace Neatx.Learning.Tests.Training.Loop;

public sealed class DrawsTests
{
    private static readonly int[] Rows = [.. Enumerable.Range(10, 50)];

    [Fact]
    public void Order_OfAnEpoch_HoldsEveryRowOnce() => Assert.Equal(Rows, Draws.Order(3, 1, Rows).Order());

    [Fact]
    public void Order_OfTheSameSeedAndEpoch_IsTheSame() => Assert.Equal(Draws.Order(3, 2, Rows), Draws.Order(3, 2, Rows));

    [Fact]
    public void Order_OfAnotherEpochOrSeed_IsAnother()
    {
        Assert.NotEqual(Draws.Order(3, 1, Rows), Draws.Order(3, 2, Rows));
        Assert.NotEqual(Draws.Order(3, 1, Rows), Draws.Order(4, 1, Rows));
    }

    [Fact]
    public void Dropout_OfEveryBatch_IsAnother()
    {
        var first = Enumerable.Range(0, 20).SelectMany(batch => Enumerable.Range(1, 20).Select(epoch => Draws.Dropout(3, epoch, batch).NextUInt64()));
        Assert.Equal(400, first.Distinct().Count());
    }
}
