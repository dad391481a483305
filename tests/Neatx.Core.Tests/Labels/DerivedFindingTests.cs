using CsCheck;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Labels;

public sealed class DerivedFindingTests
{
    // The whole truth table of two components, rows and columns in the order negative, missing, uncertain, invalid, positive.
    private static readonly LabelState[] Rank =
        [LabelState.Negative, LabelState.Missing, LabelState.Uncertain, LabelState.Invalid, LabelState.Positive];

    private static readonly string[] Table =
    [
        "NMUIP",
        "MMUIP",
        "UUUIP",
        "IIIIP",
        "PPPPP",
    ];

    [Fact]
    public void AnyOf_EveryPairOfStates_FollowsTheTruthTable()
    {
        for (var row = 0; row < Rank.Length; row++)
            for (var column = 0; column < Rank.Length; column++)
                Assert.Equal(Table[row][column], DerivedFinding.AnyOf(Rank[row], Rank[column]).ToString()[0]);
    }

    [Fact]
    public void AnyOf_OneComponent_IsThatComponent() =>
        Assert.All(Enum.GetValues<LabelState>(), state => Assert.Equal(state, DerivedFinding.AnyOf(state)));

    [Fact]
    public void AnyOf_AnyNumberInAnyOrder_EqualsPairwise() =>
        Gen.Enum<LabelState>().Array[1, 6].SelectMany(states => Gen.Shuffle(states).Select(shuffled => (states, shuffled))).Sample(pair =>
        {
            var pairwise = pair.states.Aggregate((left, right) => DerivedFinding.AnyOf(left, right));
            return DerivedFinding.AnyOf(pair.states) == pairwise && DerivedFinding.AnyOf(pair.shuffled) == pairwise;
        });

    [Fact]
    public void AnyOf_NoComponent_Throws() => Assert.Throws<ArgumentException>(() => DerivedFinding.AnyOf());
}
