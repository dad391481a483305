using CsCheck;
using Neatx.Imaging.Duplicates;

namespace Neatx.Imaging.Tests.Duplicates;

public sealed class NearDuplicatesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Of_AnyHashesAndDistance_FindsWhatComparingAllFinds() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 80], Gen.OneOf(Gen.Int[0, 60], Gen.Int[0, 256])).Sample((seed, count, distance) =>
        {
            var images = Clustered(seed, count);

            var pairs = NearDuplicates.Of(images, distance, Token).Pairs;

            var expected = from first in Enumerable.Range(0, count)
                           from second in Enumerable.Range(first + 1, count - first - 1)
                           let apart = images[first].Hash.Distance(images[second].Hash)
                           where apart <= distance
                           select new NearDuplicatePair(images[first], images[second], apart);
            Assert.Equal(expected, pairs);
        });

    [Fact]
    public void Of_PairsThatHangTogether_AreOneGroupInOrder()
    {
        var (a, b, c) = (new PerceptualHash(0, 0, 0, 0), new PerceptualHash(0b11, 0, 0, 0), new PerceptualHash(0b1111, 0, 0, 0));
        var far = new PerceptualHash(ulong.MaxValue, ulong.MaxValue, 0, 0);
        HashedImage[] images = [new("1", "p", "train", c), new("2", "p", "test", far), new("3", "q", "train", a), new("4", "p", "test", b)];

        var found = NearDuplicates.Of(images, 2, Token);

        Assert.Equal([("1", "4", 2), ("3", "4", 2)], found.Pairs.Select(pair => (pair.First.Image, pair.Second.Image, pair.Distance)));
        Assert.Equal(["1", "3", "4"], Assert.Single(found.Groups).Select(image => image.Image));
        Assert.Equal(["3"], found.AcrossPatients.Select(pair => pair.First.Image));
        Assert.Equal(["1", "3"], found.AcrossParts.Select(pair => pair.First.Image));
    }

    [Fact]
    public void Of_WithoutParts_CrossesNone()
    {
        HashedImage[] images = [new("1", "p", null, default), new("2", "p", "test", default)];

        Assert.Empty(NearDuplicates.Of(images, cancellation: Token).AcrossParts);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(257)]
    public void Of_DistanceOutOfRange_IsRefused(int distance) => Assert.Throws<ArgumentOutOfRangeException>(() => NearDuplicates.Of([], distance, Token));

    [Fact]
    public void Of_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(() => NearDuplicates.Of(Clustered(1, 50), cancellation: new CancellationToken(canceled: true)));

    [Fact]
    [Trait("Category", "Heavy")]
    public void Of_AsManyAsNihHas_FindsThePlantedPairs()
    {
        const int count = 112_120, planted = 1000;
        var random = new Random(3);
        var images = Enumerable.Range(0, count).Select(place => Image(place, new PerceptualHash(Word(random), Word(random), Word(random), Word(random)))).ToArray();
        for (var pair = 0; pair < planted; pair++)
            images[count - 1 - pair] = Image(count - 1 - pair, Flipped(images[pair].Hash, random, pair % (NearDuplicates.DefaultDistance + 1)));

        var found = NearDuplicates.Of(images, cancellation: Token).Pairs;

        Assert.Equal(Enumerable.Range(0, planted).Select(pair => ($"{pair:D6}", $"{count - 1 - pair:D6}")), found.Select(pair => (pair.First.Image, pair.Second.Image)));
    }

    /// <summary>Hashes around a few centres, some near and some far.</summary>
    private static HashedImage[] Clustered(int seed, int count)
    {
        var random = new Random(seed);
        var centres = Enumerable.Range(0, 5).Select(_ => new PerceptualHash(Word(random), Word(random), Word(random), Word(random))).ToArray();
        return [.. Enumerable.Range(0, count).Select(place => Image(place, Flipped(centres[random.Next(centres.Length)], random, random.Next(40))))];
    }

    private static HashedImage Image(int place, PerceptualHash hash) => new($"{place:D6}", $"p{place / 2}", place % 2 == 0 ? "train" : "test", hash);

    private static ulong Word(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue);

    /// <summary>The hash with so many different bits turned.</summary>
    private static PerceptualHash Flipped(PerceptualHash hash, Random random, int bits)
    {
        ulong[] words = [hash.Word0, hash.Word1, hash.Word2, hash.Word3];
        var places = Enumerable.Range(0, PerceptualHash.Bits).ToArray();
        random.Shuffle(places);
        foreach (var place in places.AsSpan(0, bits)) words[place / 64] ^= 1UL << (place % 64);
        return new PerceptualHash(words[0], words[1], words[2], words[3]);
    }
}
