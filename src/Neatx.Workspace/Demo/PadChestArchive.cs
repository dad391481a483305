using Neatx.Core.Statistics;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>An archive shaped like PadChest, of a hospital with many tubes: rows in the order of the table.</summary>
internal sealed class PadChestArchive
{
    /// <summary>The label of a study not fit for reading.</summary>
    public const string Suboptimal = "suboptimal study";

    /// <summary>The rows of the table.</summary>
    public const int ImageCount = 4_500;

    private static readonly ReadingSkill Pathology = new(.8, .97);

    private static readonly IReadOnlyList<SimulatedFinding> Findings =
    [
        .. Tube.All.Select(tube => new SimulatedFinding(tube.Label, tube.Prevalence)),
        new("pneumothorax", .03) { PulledBy = "chest drain tube", Pull = 1.8 },
        new("pleural effusion", .12),
        new("cardiomegaly", .10),
        new("infiltrates", .08),
        new("atelectasis", .06),
    ];

    public PadChestArchive(DemoOptions options)
    {
        var random = new RandomStream(options.Seed, (ulong)DemoStream.PadChestPopulation);
        Population = SimulatedPopulation.Simulate(new PopulationModel(Findings) { ImagesPerPatient = 2.4 }, ImageCount, ref random);
        var rows = new RandomStream(options.Seed, (ulong)DemoStream.PadChestRows);
        var reports = new RandomStream(options.Seed, (ulong)DemoStream.PadChestReports);
        Entries = [.. Population.Images.Select((image, row) => Enter(image, row, ref rows, ref reports))];
    }

    public SimulatedPopulation Population { get; }

    public IReadOnlyList<PadChestEntry> Entries { get; }

    /// <summary>Whether the image truly shows the tube.</summary>
    public bool Shows(PadChestEntry entry, Tube tube) => entry.Image.Shows(Population[tube.Label]);

    private PadChestEntry Enter(SimulatedImage image, int row, ref RandomStream rows, ref RandomStream reports)
    {
        var byPhysician = rows.NextBool(.27);
        return new PadChestEntry
        {
            Image = image,
            Name = string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"9999990000{image.Patient.Number:D8}{image.FollowUp:D3}{rows.NextUInt64() % 1_000_000_000_000:D12}_{row / 100_000:D2}-{row / 1000 % 100:D3}-{row % 1000:D3}.png"),
            Folder = rows.NextInt(55),
            Projection = Project(image, ref rows),
            ByPhysician = byPhysician,
            Labels = rows.NextBool(.004) ? null : Roughen(Label(image, byPhysician, ref reports), ref reports),
        };
    }

    private static string Project(SimulatedImage image, ref RandomStream random) => random.NextDouble() switch
    {
        < .02 => "COSTAL",
        < .25 => "L",
        < .55 => image.AtBedside ? "AP_horizontal" : "PA",
        _ => image.AtBedside ? "AP" : "PA",
    };

    private List<string> Label(SimulatedImage image, bool byPhysician, ref RandomStream random)
    {
        var labels = new List<string>();
        foreach (var tube in Tube.All)
            if ((byPhysician ? tube.Physician : tube.Network).Read(image.Shows(Population[tube.Label]), ref random)) labels.Add(tube.Label);
        foreach (var finding in Findings.Skip(Tube.All.Count))
            if (Pathology.Read(image.Shows(Population[finding.Name]), ref random)) labels.Add(finding.Name);
        if (labels.Count == 0) labels.Add("normal");
        if (random.NextBool(.02)) labels.Add(Suboptimal);
        return labels;
    }

    /// <summary>What the published lists look like: leading blanks, a label twice, an empty string at the end.</summary>
    private static List<string> Roughen(List<string> labels, ref RandomStream random)
    {
        for (var index = 1; index < labels.Count; index++)
            if (random.NextBool(.3)) labels[index] = ' ' + labels[index];
        if (random.NextBool(.05)) labels.Add(labels[0]);
        if (random.NextBool(.05)) labels.Add("");
        return labels;
    }
}
