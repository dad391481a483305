using Neatx.Core.Statistics;
using Neatx.Imaging.Phantom;
using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo.Films;

/// <summary>What the films of a simulated population show: the population's findings, as far as films can show them.</summary>
internal sealed class FilmScenes
{
    private readonly PhantomFindings[] _flags;
    private readonly ulong _seed;

    /// <param name="model">The findings of the population; those that films cannot show are left out.</param>
    /// <param name="seed">Of all films.</param>
    public FilmScenes(PopulationModel model, ulong seed)
    {
        _seed = seed;
        _flags = [.. model.Findings.Select(finding => FilmFinding.Named(finding.Name)?.Flag ?? PhantomFindings.None)];
    }

    /// <summary>The scene of an image. A patient's films share the patient, whichever of them are made.</summary>
    /// <param name="difficulty">0 to 1, as of the item that raters face.</param>
    public PhantomScene Of(SimulatedImage image, double difficulty)
    {
        var patient = new RandomStream(_seed, (ulong)image.Patient.Number);
        var patientSeed = patient.NextUInt64() | 1;
        var film = new RandomStream(patientSeed, (ulong)image.FollowUp);
        var findings = PhantomFindings.None;
        for (var finding = 0; finding < _flags.Length; finding++)
            if (image.Shows(finding)) findings |= _flags[finding];
        return new PhantomScene
        {
            Seed = film.NextUInt64(),
            PatientSeed = patientSeed,
            Findings = findings,
            Difficulty = difficulty,
            View = image.AtBedside ? PhantomView.AnteroPosterior : PhantomView.PosteroAnterior,
            Sex = image.Patient.Sex == "F" ? PhantomSex.Female : PhantomSex.Male,
            Age = image.Age,
        };
    }

    /// <summary>A difficulty drawn for a film: most are easy, a few are nearly hopeless; the mean of .6 u² is .2.</summary>
    public static double DrawDifficulty(ref RandomStream random)
    {
        var u = random.NextDouble();
        return .6 * u * u;
    }
}
