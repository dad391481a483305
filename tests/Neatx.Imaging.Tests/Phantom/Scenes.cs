using Neatx.Imaging.Phantom;

namespace Neatx.Imaging.Tests.Phantom;

/// <summary>Scenes of many patients.</summary>
internal static class Scenes
{
    /// <summary>A patient of that number, with these findings.</summary>
    public static PhantomScene Of(int number, PhantomFindings findings = PhantomFindings.None) => new()
    {
        Seed = (ulong)(1000 + number),
        Findings = findings,
        Difficulty = .1 * (number % 7),
        Sex = number % 2 == 0 ? PhantomSex.Female : PhantomSex.Male,
        View = number % 3 == 0 ? PhantomView.AnteroPosterior : PhantomView.PosteroAnterior,
        Age = 15 + (number * 13 % 75),
    };
}
