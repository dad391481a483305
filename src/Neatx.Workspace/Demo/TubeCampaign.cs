using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>
/// Two raters who judged four tubes on images of the PadChest-like archive, alone, in the same order, and an expert who judged some of
/// them. The images are drawn from those that the paper's rules keep and that are labelled with a tube.
/// </summary>
internal sealed class TubeCampaign
{
    /// <summary>The images rated.</summary>
    public const int ImageCount = 1_000;

    /// <summary>The images that the expert judged too.</summary>
    public const int ExpertImages = 300;

    /// <summary>The share of images that are unfit for judging, for instance upside down.</summary>
    private const double UnfitShare = .006;

    private static readonly ReadingSkill ExpertSkill = new(.96, .985);

    private readonly SimulatedItem[][] _items;
    private readonly IReadOnlyList<Rating>[][] _ratings;
    private readonly bool[][] _expert;

    public TubeCampaign(PadChestArchive archive, DemoOptions options)
    {
        Archive = archive;
        var order = new RandomStream(options.Seed, (ulong)DemoStream.RatingOrder);
        Images = Pick(archive, ref order);
        var raters = new RandomStream(options.Seed, (ulong)DemoStream.Raters);
        _items = Items(ref raters);
        var seeds = new ulong[Tube.All.Count];
        foreach (ref var seed in seeds.AsSpan()) seed = raters.NextUInt64();
        Simulations = [.. seeds.Select((seed, tube) => TubeRaters.For(tube, seed))];
        _ratings = [.. Simulations.Select((simulation, tube) => simulation.Raters.Select((_, rater) => simulation.RatingsOf(rater, _items[tube])).ToArray())];
        var expert = new RandomStream(options.Seed, (ulong)DemoStream.TubeExpert);
        ExpertPositions = PickPositions(ref expert);
        _expert = [.. ExpertPositions.Select(position => ReadAsExpert(position, ref expert))];
    }

    public PadChestArchive Archive { get; }

    /// <summary>The rated images in the order of rating.</summary>
    public IReadOnlyList<PadChestEntry> Images { get; }

    /// <summary>The positions in <see cref="Images"/> of those the expert judged, ascending.</summary>
    public IReadOnlyList<int> ExpertPositions { get; }

    /// <summary>The raters of each tube, with their known skills.</summary>
    public IReadOnlyList<RaterSimulation> Simulations { get; }

    /// <summary>What the raters faced: for a tube, one item an image, in the order of rating.</summary>
    public IReadOnlyList<SimulatedItem> ItemsOf(int tube) => _items[tube];

    /// <summary>The rating of one rater.</summary>
    public Rating RatingOf(int tube, int rater, int position) => _ratings[tube][rater][position];

    /// <summary>Whether the expert saw the tube on the image of <see cref="ExpertPositions"/> at that index.</summary>
    public bool ExpertSees(int tube, int index) => _expert[index][tube];

    private static PadChestEntry[] Pick(PadChestArchive archive, ref RandomStream random)
    {
        var candidates = archive.Entries.Where(entry => entry.IsUsable && Tube.All.Any(entry.IsLabelled)).ToArray();
        random.Shuffle(candidates.AsSpan());
        return candidates[..ImageCount];
    }

    private static int[] PickPositions(ref RandomStream random)
    {
        var positions = Enumerable.Range(0, ImageCount).ToArray();
        random.Shuffle(positions.AsSpan());
        return [.. positions.Take(ExpertImages).Order()];
    }

    private SimulatedItem[][] Items(ref RandomStream random)
    {
        var items = Tube.All.Select(_ => new SimulatedItem[ImageCount]).ToArray();
        for (var position = 0; position < ImageCount; position++)
        {
            var isUnfit = random.NextBool(UnfitShare);
            for (var tube = 0; tube < items.Length; tube++)
            {
                // Most images are easy, a few are nearly hopeless: the mean of .5 u³ is 1/8.
                var u = random.NextDouble();
                items[tube][position] = new SimulatedItem(Images[position].Name, Archive.Shows(Images[position], Tube.All[tube]))
                {
                    Difficulty = .5 * u * u * u,
                    IsUnfit = isUnfit,
                };
            }
        }

        return items;
    }

    private bool[] ReadAsExpert(int position, ref RandomStream random)
    {
        var seen = new bool[Tube.All.Count];
        for (var tube = 0; tube < seen.Length; tube++)
            seen[tube] = ExpertSkill.Read(Archive.Shows(Images[position], Tube.All[tube]), ref random);
        return seen;
    }
}
