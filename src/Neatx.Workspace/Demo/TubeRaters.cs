using Neatx.Core.Campaign;

namespace Neatx.Workspace.Demo;

/// <summary>
/// The two raters of the tubes, by tube: what they are good at, how sure they are, and one drift. They are alike at first; the second
/// asks for ever less before calling an endotracheal tube, so that the two end far apart, as the paper's raters were (304 against 178).
/// </summary>
internal static class TubeRaters
{
    /// <summary>The second rater's change of threshold from the first to the last image, for endotracheal tubes, in standard deviations.</summary>
    private const double EndotrachealDrift = -1.6;

    /// <summary>Their names in the sheet's columns.</summary>
    public static IReadOnlyList<string> Names { get; } = ["a1", "a2"];

    /// <summary>The skill for each of <see cref="Tube.All"/>: sensitivity, specificity, and the share of .5 answers.</summary>
    private static readonly (double Sensitivity, double Specificity, double Undecided)[] Skills =
    [
        (.93, .995, .01), (.93, .90, .05), (.84, .985, .03), (.99, .995, .002),
    ];

    /// <summary>Both raters for a tube (index into <see cref="Tube.All"/>).</summary>
    public static RaterSimulation For(int tube, ulong seed) => new([.. Names.Select((_, rater) => Rater(tube, rater))]) { Seed = seed };

    private static SimulatedRater Rater(int tube, int rater)
    {
        var (sensitivity, specificity, undecided) = Skills[tube];
        var drifts = rater == 1 && Tube.All[tube].Label == "endotracheal tube";
        return new SimulatedRater(Names[rater])
        {
            Sensitivity = sensitivity,
            Specificity = specificity,
            Undecided = undecided,
            UnsureWhenRight = .12,
            UnsureWhenWrong = .45,
            InvalidWhenUnfit = .97,
            Drift = drifts ? new RaterDrift { Threshold = EndotrachealDrift } : RaterDrift.None,
        };
    }
}
