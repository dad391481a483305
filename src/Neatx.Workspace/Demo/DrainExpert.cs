using Neatx.Core.Statistics;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>An expert who read chest drains on pneumothorax images of the NIH-like archive; raters must not be given those patients.</summary>
internal sealed class DrainExpert
{
    /// <summary>The images read.</summary>
    public const int ImageCount = 150;

    private static readonly ReadingSkill Skill = new(.97, .99);

    public DrainExpert(NihArchive archive, DemoOptions options)
    {
        var random = new RandomStream(options.Seed, (ulong)DemoStream.DrainExpert);
        var pneumothorax = NihFinding.IndexOf(NihArchive.Pneumothorax);
        var order = Enumerable.Range(0, archive.Population.Images.Count).Where(image => archive.Parsed(image, pneumothorax)).ToArray();
        random.Shuffle(order.AsSpan());
        var readings = new List<(SimulatedImage, bool)>(ImageCount);
        foreach (var index in order.AsSpan(0, ImageCount))
        {
            var image = archive.Population.Images[index];
            readings.Add((image, Skill.Read(image.Shows(archive.Population[NihArchive.Drain]), ref random)));
        }

        Readings = readings;
    }

    /// <summary>The images in the order of reading, and whether the expert saw a drain.</summary>
    public IReadOnlyList<(SimulatedImage Image, bool Drain)> Readings { get; }
}
