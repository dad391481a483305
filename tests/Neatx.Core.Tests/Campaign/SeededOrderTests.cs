using CsCheck;
using Neatx.Core.Campaign;

namespace Neatx.Core.Tests.Campaign;

public sealed class SeededOrderTests
{
    [Fact]
    public void Order_AnyCountAndSeed_IsAPermutation() => Gen.Select(Gen.Int[1, 3000], Gen.ULong, Gen.ULong).Sample((count, seed, stream) =>
    {
        var order = new SeededOrder(count, seed, stream);
        return Enumerable.Range(0, count).Select(place => order[place]).Order().SequenceEqual(Enumerable.Range(0, count));
    });

    [Fact]
    public void Order_Places_AreEvenlyFilled()
    {
        // Over many seeds each item comes first about equally often: chi-square with 9 degrees of freedom below its .9999 quantile.
        var counts = new int[10];
        for (var seed = 0UL; seed < 10_000; seed++) counts[new SeededOrder(10, seed)[0]]++;
        Assert.InRange(counts.Sum(count => Math.Pow(count - 1000, 2) / 1000), 0, 33.7);
    }

    [Fact]
    public void Order_OutsideItsPlaces_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededOrder(5, 1)[5]);
}
