using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Protocol;

/// <summary>Claims are written short and become one definition a number.</summary>
public sealed class ClaimTests
{
    [Fact]
    public void Read_Group_BecomesOneClaimForEachFinding()
    {
        var claims = Claims("""
              fig3.one-two:
                source: Fig. 3
                agreement: {a: one, b: two, policy: {uncertain: class}}
                alternatives: [two]
                note: Known.
                published: {Nodule or mass: .70, Mass: "-0.00", Nodule: 1}
            """);
        Assert.Equal(["fig3.one-two.nodule_or_mass", "fig3.one-two.mass", "fig3.one-two.nodule"], claims.Select(claim => claim.Id));
        Assert.All(claims, claim => Assert.Equal("fig3.one-two", claim.Group));
        Assert.Equal(["Nodule or mass", "Mass", "Nodule"], claims.Select(claim => claim.Finding));
        Assert.Equal([0.7, 0, 1], claims.Select(claim => claim.Published));
        Assert.False(double.IsNegative(claims[1].Published));
        Assert.Equal([2, 2, 0], claims.Select(claim => claim.Decimals));
        Assert.All(claims, claim => Assert.Equal(
            new ClaimQuantity.Agreement("cohen_kappa", "one", "two") { Policy = new AgreementPolicy { Uncertain = StateTreatment.AsClass } }, claim.Quantity));
        Assert.All(claims, claim => Assert.Equal(["two"], claim.Alternatives));
        Assert.All(claims, claim => Assert.Equal("Known.", claim.Note));
    }

    [Fact]
    public void Read_SingleClaims_AreGroupedByTheirId() => Assert.Equal(
        [("a.b", "a"), ("a.c", "a"), ("d", "d")],
        Claims("""
              a.b: {source: S, published: 3, images: d}
              a.c: {source: S, published: 3.50, decimals: 1, finding: Mass, agreement: {a: one, b: two}}
              d: {source: S, published: 3, patients: one}
            """).Select(claim => (claim.Id, claim.Group)));

    [Fact]
    public void Read_Decimals_AreThoseWrittenUnlessStated() => Assert.Equal(
        [0, 1, 3, 2, 0],
        Claims("""
              a: {source: S, published: 3709, images: d}
              b: {source: S, published: 3.0, images: d}
              c: {source: S, published: .120, images: d}
              e: {source: S, published: 3.14159, decimals: 2, images: d}
              f: {source: S, published: 3., images: d}
            """).Select(claim => claim.Decimals));

    [Fact]
    public void Read_EveryKind_HasItsQuantity() => Assert.Equal<ClaimQuantity>(
        [
            new ClaimQuantity.Agreement("gwet_ac1", "a1", "a2") { Ratings = "r" },
            new ClaimQuantity.SharedImages("one", "two"),
            new ClaimQuantity.CohortCount("c", "s"),
            new ClaimQuantity.CohortCount("c", "s") { Patients = true },
            new ClaimQuantity.TableCount("d"),
            new ClaimQuantity.TableCount("r") { Patients = true },
            new ClaimQuantity.StateCount("one", LabelState.Uncertain),
            new ClaimQuantity.StateCount("r", LabelState.Positive) { Rater = "a2" },
            new ClaimQuantity.NotComputable("Not released."),
        ],
        Claims("""
              a: {source: S, published: .5, finding: Mass, agreement: {ratings: r, a: a1, b: a2, statistic: gwet_ac1}}
              b: {source: S, published: 5, shared_images: {a: one, b: two}}
              c: {source: S, published: 5, cohort: {name: c, step: s}}
              e: {source: S, published: 5, cohort: {name: c, step: s, patients: true}}
              f: {source: S, published: 5, images: d}
              g: {source: S, published: 5, patients: r}
              h: {source: S, published: 5, finding: Mass, states: {of: one, state: uncertain}}
              i: {source: S, published: {Mass: 5}, states: {of: r, state: positive, rater: a2}}
              j: {source: S, published: 5, not_computable: Not released.}
            """).Select(claim => claim.Quantity));

    [Fact]
    public void Read_Crosstabs_GoWithTheirFinding()
    {
        var claims = Claims("""
              a:
                source: S
                agreement: {a: one, b: two}
                published: {Mass: .5, Nodule: .6}
                crosstab: {Nodule: [[1, 2], [3, 4]]}
              b: {source: S, published: .5, crosstab: [[5, 6], [7, 8]]}
            """).Select(claim => (ClaimQuantity.Agreement)claim.Quantity).ToList();
        Assert.Null(claims[0].Crosstab);
        Assert.Equal([[1, 2], [3, 4]], claims[1].Crosstab!);
        Assert.Equal([[5, 6], [7, 8]], claims[2].Crosstab!);
        Assert.Equal((ClaimQuantity.Agreement.CrosstabRows, ClaimQuantity.Agreement.CrosstabColumns), (claims[2].A, claims[2].B));
    }

    private static IReadOnlyList<ClaimDefinition> Claims(string claims) => Scratch.Document(ExampleProtocol.WithCohort + "claims:\n" + claims).Claims;
}
