using CsCheck;
using Neatx.Core.Agreement;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Launch;

namespace Neatx.Workspace.Tests.Agreement;

/// <summary>Agreement of the raters of a file: laws that hold whatever the file holds.</summary>
public sealed class RatingsComparisonTests : IDisposable
{
    private static readonly Gen<(int Item, int Rater, int Label)[]> Ratings = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 3]).Array[2, 30]
        .Select(rows => rows.DistinctBy(row => (row.Item1, row.Item2)).ToArray())
        .Where(rows => rows.Select(row => row.Item2).Distinct().Count() > 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("neatx-test-").FullName;

    [Fact]
    public void Of_RowsInOtherOrder_IsTheSameForEveryStatistic() => Gen.Select(Ratings, Gen.Int).Sample(
        (rows, seed) =>
        {
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);
            // The first row of each rater stays in front, so that the raters keep their order and the signs their meaning.
            var first = rows.DistinctBy(row => row.Rater).ToArray();
            var (a, b) = (Of(rows), Of([.. first, .. shuffled.Except(first)]));
            Assert.Equal(a.N, b.N);
            foreach (var (name, statistic) in a.Statistics.All)
            {
                Assert.Equal(statistic.Undefined, b.Statistics[name].Undefined);
                if (statistic.Value is { } value) Assert.Equal(value, b.Statistics[name].Value!.Value, 1e-12);
            }
        },
        iter: 200);

    [Fact]
    public void Of_EveryoneAgrees_IsOneWhereDefined() => Ratings.Sample(
        rows =>
        {
            var agreement = Of([.. rows.Select(row => (row.Item, row.Rater, row.Item % 3))]);
            Assert.All(
                (string[])[AgreementNames.PercentAgreement, AgreementNames.FleissKappa, AgreementNames.GwetAc1, AgreementNames.AlphaNominal],
                name => Assert.Equal(1, agreement.Statistics[name].Value ?? 1, 1e-12));
        },
        iter: 200);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RatingsAgreement Of(IEnumerable<(int Item, int Rater, int Label)> rows)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.csv");
        File.WriteAllLines(path, rows.Select(row => $"{row.Item},{row.Rater},{row.Label}").Prepend("item,rater,label"));
        var file = RatingsFileReader.Read(path, RatingColumns.RowPerRating("item", "rater", "label"), new Silence());
        return RatingsComparison.Of(file, AnswerScale.OfCategories(file.Texts, []), new RatingsAgreementOptions());
    }

    private sealed class Silence : IRunObserver
    {
        public void Progress(string task, long done, long? total)
        {
        }

        public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused)
        {
        }

        public void Warn(string message)
        {
        }
    }
}
