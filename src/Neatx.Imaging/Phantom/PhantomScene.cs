using Neatx.Core.Statistics;

namespace Neatx.Imaging.Phantom;

/// <summary>
/// What a phantom film shows, in words. The same scene gives the same film, and a scene with one finding more or less gives the same patient
/// with and without it: each part of the picture draws from a random stream of its own.
/// </summary>
public sealed record PhantomScene
{
    /// <summary>The seed of the film: exposure, position, what lies on the patient, where tubes run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The seed of what stays the same from film to film of one patient: build, bones, vessels, heart. Default: <see cref="Seed"/>.</summary>
    public ulong PatientSeed
    {
        get => field == 0 ? Seed : field;
        init;
    }

    /// <summary>What is there to be found. Default: nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An unknown flag.</exception>
    public PhantomFindings Findings
    {
        get;
        init => field = (value & ~AllFindings) == PhantomFindings.None
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Unknown finding.");
    }

    /// <summary>In [0, 1]: at 0 tubes and pleural lines stand out, at 1 they drown in noise. Default: .3.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1], or NaN.</exception>
    public double Difficulty
    {
        get;
        init => field = value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A difficulty lies between 0 and 1.");
    } = .3;

    /// <summary>Default: postero-anterior.</summary>
    public PhantomView View { get; init; } = PhantomView.PosteroAnterior;

    /// <summary>Default: male.</summary>
    public PhantomSex Sex { get; init; } = PhantomSex.Male;

    /// <summary>Whole years, 0 to 120. Default: 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 120.</exception>
    public int Age
    {
        get;
        init => field = value is >= 0 and <= 120 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An age lies between 0 and 120 years.");
    } = 50;

    private static PhantomFindings AllFindings => Enum.GetValues<PhantomFindings>().Aggregate((all, next) => all | next);

    /// <summary>The random numbers of one part of the film.</summary>
    /// <param name="number">Of several things in that part.</param>
    internal RandomStream Stream(PhantomPart part, int number = 0) =>
        new(part <= PhantomPart.LastOfPatient ? PatientSeed : Seed, ((ulong)part << 16) + (ulong)number);

    /// <summary>Whether the film is to show the finding.</summary>
    public bool Shows(PhantomFindings finding) => (Findings & finding) != PhantomFindings.None;
}
