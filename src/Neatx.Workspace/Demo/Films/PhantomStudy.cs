using System.Globalization;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Imaging.Phantom;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo.Films;

/// <summary>A set of phantom films before any is rendered: patients, what each film shows, what reports, raters and an expert say of it.</summary>
internal sealed class PhantomStudy
{
    private static readonly ReadingSkill ExpertSkill = new(.97, .99);
    private static readonly ReadingSkill PadChestPathology = new(.85, .98);

    private readonly bool[][] _reported;
    private readonly IReadOnlyList<Rating>[][] _ratings;
    private readonly bool[][] _expert;

    /// <exception cref="NeatxException">No tie between drain and pneumothorax gives the phi that is asked for.</exception>
    public PhantomStudy(PhantomSetOptions options)
    {
        var random = new RandomStream(options.Seed, (ulong)DemoStream.Films);
        Population = SimulatedPopulation.Simulate(Model(options.DrainPneumothorax), options.Images, ref random);
        var scenes = new FilmScenes(Population.Model, options.Seed);
        var scened = new List<PhantomScene>(options.Images);
        foreach (var image in Population.Images) scened.Add(WithOneAirway(scenes.Of(image, FilmScenes.DrawDifficulty(ref random))));
        Scenes = scened;
        Names = [.. Population.Images.Select(image => options.Format == PhantomTableFormat.Nih ? NihArchive.NameOf(image) : PadChestName(image))];
        ByPhysician = [.. Population.Images.Select(_ => random.NextBool(.27))];
        _reported = Report(options);
        _ratings = Rate(options.Seed);
        _expert = ReadAsExpert(options.Seed);
    }

    public SimulatedPopulation Population { get; }

    public IReadOnlyList<PhantomScene> Scenes { get; }

    /// <summary>The files' names.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether a physician labelled the report, in PadChest's format.</summary>
    public IReadOnlyList<bool> ByPhysician { get; }

    /// <summary>The films to be made.</summary>
    public IReadOnlyList<FilmOrder> Orders => [.. Scenes.Select((scene, image) => new FilmOrder(Names[image], scene))];

    /// <summary>Whether the film truly shows the finding (index into <see cref="FilmFinding.All"/>).</summary>
    public bool Shows(int image, int finding) => Scenes[image].Shows(FilmFinding.All[finding].Flag);

    /// <summary>Whether the report's label says the finding is there.</summary>
    public bool Reported(int image, int finding) => _reported[image][finding];

    /// <summary>A rater's answer (indices into <see cref="Tube.All"/> and <see cref="TubeRaters.Names"/>).</summary>
    public Rating RatingOf(int tube, int rater, int image) => _ratings[tube][rater][image];

    /// <summary>Whether the expert saw the tube.</summary>
    public bool ExpertSees(int tube, int image) => _expert[image][tube];

    private static PopulationModel Model(double phi)
    {
        // A set is an experiment: illness, which brings more films and films at the bedside, brings no finding, so that the findings' shares
        // and their association are what is stated, over images.
        const double Illness = 0;
        var (drain, pneumothorax) = (Prevalence(FilmFinding.Drain), Prevalence(FilmFinding.Pneumothorax));
        var tie = PopulationModel.TieFor(phi, drain, pneumothorax, Illness) ?? throw new NeatxException(string.Create(
            CultureInfo.InvariantCulture,
            $"--drain-pneumothorax: no association of two findings with shares {drain} and {pneumothorax} has phi {phi}. Take a number from -0.4 to 0.9; 0 is independence."));
        return new PopulationModel([.. FilmFinding.All.Select(finding => new SimulatedFinding(finding.PadChest, finding.Prevalence)
        {
            TiedTo = finding.PadChest == FilmFinding.Pneumothorax ? FilmFinding.Drain : null,
            Tie = tie,
        })])
        { IllnessWeight = Illness, ImagesPerPatient = 2 };
    }

    /// <summary>Nobody has two tubes in one windpipe.</summary>
    private static PhantomScene WithOneAirway(PhantomScene scene) =>
        scene.Shows(PhantomFindings.TracheostomyTube) ? scene with { Findings = scene.Findings & ~PhantomFindings.EndotrachealTube } : scene;

    private static double Prevalence(string finding) => FilmFinding.Named(finding)!.Prevalence;

    private static string PadChestName(SimulatedImage image) =>
        string.Create(CultureInfo.InvariantCulture, $"9999990000{image.Patient.Number:D8}{image.FollowUp:D3}_00-000-{image.FollowUp:D3}.png");

    private bool[][] Report(PhantomSetOptions options)
    {
        var random = new RandomStream(options.Seed, (ulong)DemoStream.FilmReports);
        var reported = new bool[Names.Count][];
        for (var image = 0; image < reported.Length; image++)
        {
            reported[image] = new bool[FilmFinding.All.Count];
            for (var finding = 0; finding < FilmFinding.All.Count; finding++)
                reported[image][finding] = ReportSkill(options.Format, image, finding).Read(Shows(image, finding), ref random);
        }

        return reported;
    }

    private ReadingSkill ReportSkill(PhantomTableFormat format, int image, int finding)
    {
        if (finding < Tube.All.Count) return ByPhysician[image] ? Tube.All[finding].Physician : Tube.All[finding].Network;
        return format == PhantomTableFormat.Nih ? NihFinding.All[NihFinding.IndexOf(FilmFinding.All[finding].Nih!)].Parser : PadChestPathology;
    }

    private IReadOnlyList<Rating>[][] Rate(ulong seed)
    {
        var random = new RandomStream(seed, (ulong)DemoStream.FilmRaters);
        var ratings = new IReadOnlyList<Rating>[Tube.All.Count][];
        for (var tube = 0; tube < ratings.Length; tube++)
        {
            var items = new SimulatedItem[Names.Count];
            for (var image = 0; image < items.Length; image++)
                items[image] = new SimulatedItem(Names[image], Shows(image, tube)) { Difficulty = Scenes[image].Difficulty };
            var simulation = TubeRaters.For(tube, random.NextUInt64());
            ratings[tube] = [.. simulation.Raters.Select((_, rater) => simulation.RatingsOf(rater, items))];
        }

        return ratings;
    }

    private bool[][] ReadAsExpert(ulong seed)
    {
        var random = new RandomStream(seed, (ulong)DemoStream.FilmExpert);
        var seen = new bool[Names.Count][];
        for (var image = 0; image < seen.Length; image++)
        {
            seen[image] = new bool[Tube.All.Count];
            for (var tube = 0; tube < Tube.All.Count; tube++) seen[image][tube] = ExpertSkill.Read(Shows(image, tube), ref random);
        }

        return seen;
    }
}
