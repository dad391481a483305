using CsCheck;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Statistics;

public sealed class ClusterTallyTests
{
    private static readonly Gen<(int Cluster, int Cell)[]> Items = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 3]).Array[0, 40];

    [Fact]
    public void ToClasses_EqualPatients_AreOneClass()
    {
        var tally = new ClusterTally(4);
        foreach (var (patient, cell) in ((int, int)[])[(0, 1), (5, 2), (0, 2), (5, 1), (2, 3)]) tally.Add(patient, cell);
        var classes = tally.ToClasses();
        Assert.Equal((3, 2), (classes.Clusters, classes.Distinct));
        Assert.Equal([0, 2, 2, 1], classes.Totals.ToArray());
    }

    [Fact]
    public void ToClasses_OtherOrderAndNumbering_GivesSameIntervals() =>
        Gen.Select(Items, Gen.ULong).Sample((items, seed) =>
        {
            var shuffled = items.ToArray();
            var random = new RandomStream(seed);
            random.Shuffle(shuffled.AsSpan());
            var numbers = Enumerable.Range(10, 9).ToArray();
            random.Shuffle(numbers.AsSpan());
            return Interval(items, static patient => patient) == Interval(shuffled, patient => numbers[patient]);
        });

    [Fact]
    public void Fold_AnyMap_EqualsTallyOfFoldedItems() =>
        Gen.Select(Items, Gen.Int[-1, 1].Array[4]).Sample((items, targets) =>
        {
            int?[] map = [.. targets.Select(target => target < 0 ? (int?)null : target)];
            var folded = Tally(4, items).Fold(2, map);
            var direct = Tally(2, [.. items.Where(item => map[item.Cell] is not null).Select(item => (item.Cluster, map[item.Cell]!.Value))]);
            return folded.Clusters == direct.Clusters && folded.Distinct == direct.Distinct && folded.Totals.SequenceEqual(direct.Totals);
        });

    [Fact]
    public void Add_WrongIndex_NamesWhatIsExpected()
    {
        var tally = new ClusterTally(4);
        Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(-1, 0));
        Assert.Contains("0 to 3", Assert.Throws<ArgumentOutOfRangeException>(() => tally.Add(0, 4)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tally.ToClasses().Fold(2, [0, 1]));
        Assert.Throws<ArgumentException>(() => tally.ToClasses().Fold(2, [0, 1, 2, null]));
    }

    private static ClusterClasses Tally(int cells, IEnumerable<(int Cluster, int Cell)> items)
    {
        var tally = new ClusterTally(cells);
        foreach (var (cluster, cell) in items) tally.Add(cluster, cell);
        return tally.ToClasses();
    }

    private static Interval? Interval(IEnumerable<(int Cluster, int Cell)> items, Func<int, int> number) => ClusterBootstrap.Of(
        Tally(4, items.Select(item => (number(item.Cluster), item.Cell))),
        static (counts, out value) =>
        {
            value = counts[1] + (10.0 * counts[2]);
            return true;
        },
        new BootstrapOptions { Resamples = 20 }).Interval;
}
