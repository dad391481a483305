using Neatx.Core.Labels;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Tests.Catalog;

namespace Neatx.Workspace.Tests.Labels;

public sealed class DerivedSqlTests : IDisposable
{
    private static readonly LabelState[] States = Enum.GetValues<LabelState>();
    private readonly TestRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void AnyOf_EveryPairAndTriple_IsTheFunctionOfCore()
    {
        foreach (var a in States)
        {
            foreach (var b in States)
            {
                Assert.Equal(DerivedFinding.AnyOf(a, b), Value(DerivedSql.AnyOf([DerivedSql.Code(a), DerivedSql.Code(b)])));
                foreach (var c in States)
                    Assert.Equal(DerivedFinding.AnyOf(a, b, c), Value(DerivedSql.AnyOf([DerivedSql.Code(a), DerivedSql.Code(b), DerivedSql.Code(c)])));
            }
        }
    }

    [Fact]
    public void Combine_EveryPair_TakesTheMoreDecided()
    {
        LabelState[] rank = [LabelState.Positive, LabelState.Invalid, LabelState.Uncertain, LabelState.Negative, LabelState.Missing];
        foreach (var a in States)
        {
            foreach (var b in States)
            {
                var expected = rank.First(state => state == a || state == b);
                Assert.Equal(expected, Value($"(SELECT {DerivedSql.Combine("x")} FROM (VALUES ({DerivedSql.Code(a)}), ({DerivedSql.Code(b)})) t(x))"));
            }
        }
    }

    private LabelState Value(string expression)
    {
        using var session = run.Context.Database.Open(TestContext.Current.CancellationToken);
        return (LabelState)session.Count($"SELECT {expression}");
    }
}
