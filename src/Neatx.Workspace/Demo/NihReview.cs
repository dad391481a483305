using Neatx.Core.Statistics;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>
/// Experts who looked at some images of the archive: an adjudicated reading of four findings, and three readers of sixteen on
/// half of those images. Every other image is picked among those with a parsed finding, so that rare findings occur; the
/// readers know nothing of the labels.
/// </summary>
internal sealed class NihReview
{
    /// <summary>Images read for four findings.</summary>
    public const int FourFindingImages = 1_200;

    /// <summary>Images read for sixteen findings; the first of the others.</summary>
    public const int SixteenFindingImages = 600;

    /// <summary>The readers of the panel, by the numbers the table gives them.</summary>
    public static IReadOnlyList<string> Readers { get; } = ["9000000001", "9000000002", "9000000003"];

    /// <summary>The skill of the adjudicated reading of four findings.</summary>
    public static ReadingSkill Adjudicated { get; } = new(.9, .97);

    /// <summary>The skill of a reader for what is not among the fourteen.</summary>
    public static ReadingSkill Fractures { get; } = new(.7, .98);

    private readonly bool[][][] _panel;
    private readonly bool[][] _four;

    public NihReview(NihArchive archive, DemoOptions options)
    {
        Archive = archive;
        var random = new RandomStream(options.Seed, (ulong)DemoStream.Review);
        Images = Pick(archive, ref random);
        _four = [.. Images.Select(image => ReadFour(image, ref random))];
        var panel = new RandomStream(options.Seed, (ulong)DemoStream.Panel);
        _panel = [.. Readers.Select(_ => Images.Take(SixteenFindingImages).Select(image => ReadSixteen(image, ref panel)).ToArray())];
    }

    public NihArchive Archive { get; }

    /// <summary>The reviewed images, as indices into the archive, in the order of the table; the panel read the first <see cref="SixteenFindingImages"/>.</summary>
    public IReadOnlyList<int> Images { get; }

    /// <summary>The findings of the panel: the fourteen, then "Other", which is what the archive knows as a fracture.</summary>
    public static int PanelFindings => NihFinding.All.Count + 1;

    /// <summary>Fracture, Pneumothorax, Airspace opacity, Nodule or mass, of the reviewed image at that position.</summary>
    public IReadOnlyList<bool> Four(int position) => _four[position];

    /// <summary>What one reader of the panel saw.</summary>
    public bool Read(int reader, int position, int finding) => _panel[reader][position][finding];

    /// <summary>What most readers of the panel saw.</summary>
    public bool Majority(int position, int finding) => _panel.Count(reader => reader[position][finding]) * 2 > Readers.Count;

    private static int[] Pick(NihArchive archive, ref RandomStream random)
    {
        var order = Enumerable.Range(0, archive.Population.Images.Count).ToArray();
        random.Shuffle(order.AsSpan());
        var withFinding = new Queue<int>(order.Where(image => HasParsed(archive, image)));
        var any = new Queue<int>(order);
        var picked = new List<int>(FourFindingImages);
        var taken = new HashSet<int>();
        while (picked.Count < FourFindingImages)
        {
            var image = (picked.Count % 2 == 0 ? withFinding : any).Dequeue();
            if (taken.Add(image)) picked.Add(image);
        }

        return [.. picked];
    }

    private static bool HasParsed(NihArchive archive, int image) =>
        Enumerable.Range(0, NihFinding.All.Count).Any(finding => archive.Parsed(image, finding));

    private bool[] ReadFour(int image, ref RandomStream random)
    {
        var fracture = Archive.Population.Images[image].Shows(Archive.Population[NihArchive.Fracture]);
        var read = new[]
        {
            fracture, Any(image, NihArchive.Pneumothorax), Any(image, "Consolidation", "Edema", "Infiltration", "Pneumonia"), Any(image, "Mass", "Nodule"),
        };
        foreach (ref var present in read.AsSpan()) present = Adjudicated.Read(present, ref random);
        return read;
    }

    private bool[] ReadSixteen(int image, ref RandomStream random)
    {
        var read = new bool[PanelFindings];
        for (var finding = 0; finding < NihFinding.All.Count; finding++)
            read[finding] = NihFinding.All[finding].Reader.Read(Archive.Shows(image, finding), ref random);
        read[^1] = Fractures.Read(Archive.Population.Images[image].Shows(Archive.Population[NihArchive.Fracture]), ref random);
        return read;
    }

    private bool Any(int image, params ReadOnlySpan<string> findings)
    {
        foreach (var finding in findings)
            if (Archive.Shows(image, NihFinding.IndexOf(finding))) return true;
        return false;
    }
}
