using Neatx.Core.Statistics;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo;

/// <summary>An archive shaped like NIH-CXR14: what its images show, and what the report parser of two releases says of them.</summary>
internal sealed class NihArchive
{
    public const string Drain = "Chest drain";

    public const string Fracture = "Fracture";

    public const string Pneumothorax = "Pneumothorax";

    /// <summary>The share of images whose labels the second release corrected; every other correction is of a pneumothorax.</summary>
    private const double CorrectedShare = .01;

    private readonly bool[][] _parsed;
    private readonly bool[][] _parsedFirst;

    public NihArchive(DemoOptions options)
    {
        var random = new RandomStream(options.Seed, (ulong)DemoStream.NihPopulation);
        Population = SimulatedPopulation.Simulate(Model(), options.Images, ref random);
        _parsed = Parse(new RandomStream(options.Seed, (ulong)DemoStream.NihParser));
        _parsedFirst = Uncorrect(new RandomStream(options.Seed, (ulong)DemoStream.FirstRelease));
    }

    public SimulatedPopulation Population { get; }

    /// <summary>The name the NIH gives an image: patient and follow-up.</summary>
    public static string NameOf(SimulatedImage image) => FormattableString.Invariant($"{image.Patient.Number:D8}_{image.FollowUp:D3}.png");

    /// <summary>Whether the parser found the finding (index into <see cref="NihFinding.All"/>) in the image's report.</summary>
    public bool Parsed(int image, int finding) => _parsed[image][finding];

    /// <summary>The cell "Finding Labels".</summary>
    public string LabelsOf(int image) => Join(_parsed[image]);

    /// <summary>The cell "Finding Labels" of the first release.</summary>
    public string FirstReleaseLabelsOf(int image) => Join(_parsedFirst[image]);

    /// <summary>Whether the image truly shows the finding (index into <see cref="NihFinding.All"/>).</summary>
    public bool Shows(int image, int finding) => Population.Images[image].Shows(Population[NihFinding.All[finding].Name]);

    private static PopulationModel Model() => new(
    [
        new SimulatedFinding(Drain, .025),
        new SimulatedFinding(Fracture, .04),
        .. NihFinding.All.Select(finding => new SimulatedFinding(finding.Name, finding.Prevalence)
        {
            PulledBy = finding.Name == Pneumothorax ? Drain : null,
            Pull = 1.8,
        }),
    ]);

    private static string Join(bool[] labels)
    {
        var names = NihFinding.All.Where((_, finding) => labels[finding]).Select(finding => finding.Name).Order(StringComparer.Ordinal);
        var joined = string.Join('|', names);
        return joined.Length == 0 ? "No Finding" : joined;
    }

    private bool[][] Parse(RandomStream random)
    {
        var parsed = new bool[Population.Images.Count][];
        for (var image = 0; image < parsed.Length; image++)
        {
            parsed[image] = new bool[NihFinding.All.Count];
            for (var finding = 0; finding < NihFinding.All.Count; finding++)
                parsed[image][finding] = NihFinding.All[finding].Parser.Read(Shows(image, finding), ref random);
        }

        return parsed;
    }

    private bool[][] Uncorrect(RandomStream random)
    {
        var first = new bool[_parsed.Length][];
        for (var image = 0; image < first.Length; image++)
        {
            first[image] = [.. _parsed[image]];
            if (!random.NextBool(CorrectedShare)) continue;
            var finding = random.NextBool() ? NihFinding.IndexOf(Pneumothorax) : random.NextInt(NihFinding.All.Count);
            first[image][finding] = !first[image][finding];
        }

        return first;
    }
}
