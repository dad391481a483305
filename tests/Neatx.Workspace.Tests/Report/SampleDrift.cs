using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Agreement;

namespace Neatx.Workspace.Tests.Report;

/// <summary>
/// Two raters over 1,011 films whose totals are those of the annotation files (endotracheal 178 against 304); which films they called is made up,
/// and what the second rater called beyond the first on endotracheal tubes comes early.
/// </summary>
internal static class SampleDrift
{
    private const int Films = 1011;

    public static DriftResult Tubes { get; } = new()
    {
        Ratings = "raters_padchest",
        Title = "Ratings of PadChest tubes",
        Policy = new AgreementPolicy().Name,
        Window = 100,
        Findings =
        [
            Finding("Chest drain", 56, 44, missed: 20, early: false),
            Finding("Tracheostomy", 262, 257, missed: 10, early: false),
            Finding("Endotracheal", 178, 304, missed: 15, early: true),
            Finding("Nasogastric", 573, 527, missed: 140, early: false),
        ],
    };

    /// <param name="first">Films that rater 1 called positive, spread evenly over the order of rating.</param>
    /// <param name="second">Films that rater 2 called positive.</param>
    /// <param name="missed">How many of rater 1's films rater 2 did not call.</param>
    /// <param name="early">True puts what rater 2 called beyond rater 1 towards the beginning.</param>
    private static FindingDrift Finding(string finding, int first, int second, int missed, bool early)
    {
        var beyond = Enumerable.Range(0, Films)
            .Where(film => Spread(film) >= first)
            .OrderBy(film => early ? film + (Spread(film) / 2) : Spread(film))
            .Take(second - first + missed)
            .ToHashSet();
        var one = Enumerable.Range(0, Films).Select(film => State(Spread(film) < first));
        var two = Enumerable.Range(0, Films).Select(film => State((Spread(film) < first && Spread(film) >= missed) || beyond.Contains(film)));
        return FindingDrift.Of(finding, DriftReport.Of(["rater 1", "rater 2"], [[.. one], [.. two]], new DriftOptions()));
    }

    /// <summary>A permutation of the films: 397 and 1,011 have no common divisor.</summary>
    private static int Spread(int film) => (film * 397) % Films;

    private static LabelState State(bool positive) => positive ? LabelState.Positive : LabelState.Negative;
}
