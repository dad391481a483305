using CsCheck;
using Neatx.Core.Agreement;
using Neatx.Core.Labels;

namespace Neatx.Core.Tests.Agreement;

public sealed class StateCrosstabTests
{
    private static readonly Gen<LabelState> States = Gen.Int[0, 4].Select(state => (LabelState)state);

    private static readonly AgreementPolicy[] Policies =
    [
        new(),
        new() { Uncertain = StateTreatment.AsClass },
        new() { Uncertain = StateTreatment.AsPositive, Invalid = StateTreatment.AsClass, Missing = StateTreatment.AsClass },
        new() { Uncertain = StateTreatment.AsNegative, Invalid = StateTreatment.AsNegative },
    ];

    /// <summary>Counting the states once and folding gives what counting under the policy gives.</summary>
    [Fact]
    public void Under_AnyPolicy_EqualsCountingUnderIt() =>
        Gen.Select(States, States).Array[0, 60].Sample(items =>
        {
            var states = StateCrosstab.Of([.. items.Select(item => item.Item1)], [.. items.Select(item => item.Item2)]);
            foreach (var policy in Policies)
            {
                var kept = items.Select(item => (A: policy.CategoryOf(item.Item1), B: policy.CategoryOf(item.Item2)))
                    .Where(pair => pair is { A: >= 0, B: >= 0 })
                    .ToArray();
                var direct = Crosstab.Count(policy.Categories, [.. kept.Select(pair => pair.A)], [.. kept.Select(pair => pair.B)]);
                Assert.Equal(direct.Counts.ToArray(), states.Under(policy).Counts.ToArray());
            }
        });

    [Fact]
    public void Of_Lists_CountsPairsOfStates()
    {
        var states = StateCrosstab.Of(
            [LabelState.Positive, LabelState.Positive, LabelState.Missing], [LabelState.Negative, LabelState.Negative, LabelState.Missing]);
        Assert.Equal(2, states[LabelState.Positive, LabelState.Negative]);
        Assert.Equal(3, StateCrosstab.Of(states.Counts).Under(new AgreementPolicy { Missing = StateTreatment.AsClass }).Total);
    }

    [Fact]
    public void Of_WrongShape_Throws()
    {
        Assert.Throws<ArgumentException>(() => StateCrosstab.Of([LabelState.Positive], []));
        Assert.Throws<ArgumentException>(() => StateCrosstab.Of([1L, 2L]));
        Assert.Throws<ArgumentException>(() => Crosstab.Count(["no", "yes"], [0], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => Crosstab.Count(["no", "yes"], [0], [2]));
    }
}
