using Neatx.Core.Statistics;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>Boxes around eight findings on the first images, in random order, in which a radiologist saw any of them.</summary>
internal static class NihBoxes
{
    /// <summary>The images with a box.</summary>
    public const int ImageCount = 600;

    /// <summary>The share of findings that get a second box.</summary>
    private const double SecondBoxShare = .1;

    private static readonly ReadingSkill Radiologist = new(.85, .98);

    /// <summary>The archive's names of the findings, in the order of the table, and the table's own name.</summary>
    private static readonly (string Archive, string Table)[] Findings =
    [
        ("Atelectasis", "Atelectasis"), ("Effusion", "Effusion"), ("Cardiomegaly", "Cardiomegaly"), ("Infiltration", "Infiltrate"),
        ("Pneumonia", "Pneumonia"), ("Pneumothorax", "Pneumothorax"), ("Mass", "Mass"), ("Nodule", "Nodule"),
    ];

    /// <summary>The boxes in the order of the public table: finding by finding.</summary>
    public static IReadOnlyList<NihBox> Draw(NihArchive archive, DemoOptions options)
    {
        var random = new RandomStream(options.Seed, (ulong)DemoStream.Boxes);
        var order = Enumerable.Range(0, archive.Population.Images.Count).ToArray();
        random.Shuffle(order.AsSpan());
        var boxes = new List<(int Finding, NihBox Box)>();
        var images = 0;
        foreach (var image in order)
        {
            if (images == ImageCount) break;
            var before = boxes.Count;
            for (var finding = 0; finding < Findings.Length; finding++)
            {
                if (!Radiologist.Read(archive.Shows(image, NihFinding.IndexOf(Findings[finding].Archive)), ref random)) continue;
                boxes.Add((finding, Place(image, finding, ref random)));
                if (random.NextBool(SecondBoxShare)) boxes.Add((finding, Place(image, finding, ref random)));
            }

            if (boxes.Count > before) images++;
        }

        return [.. boxes.OrderBy(entry => entry.Finding).Select(entry => entry.Box)];
    }

    private static NihBox Place(int image, int finding, ref RandomStream random)
    {
        var (width, height) = (60 + (300 * random.NextDouble()), 60 + (300 * random.NextDouble()));
        return new NihBox(image, Findings[finding].Table, (1024 - width) * random.NextDouble(), (1024 - height) * random.NextDouble(), width, height);
    }
}
