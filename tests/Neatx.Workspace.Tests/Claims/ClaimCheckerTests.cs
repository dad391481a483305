using Neatx.Core.Agreement;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Claims;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Tests.Claims;

public sealed class ClaimCheckerTests
{
    private static readonly AgreementPolicy Default = new();
    private static readonly AgreementPolicy UndecidedAsClass = new() { Uncertain = StateTreatment.AsClass };
    private static readonly ClaimWording Wording = new(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["ours"] = "Non-experts", ["theirs"] = "PadChest", ["older"] = "PadChest (2019)" }, Default);

    [Fact]
    public void Check_ValueRoundsToThePrintedDigits_IsReproduced()
    {
        var result = Check([Claim("Chest drain", .72)], Values(("Chest drain", Default, .7243)))[0];

        Assert.Equal(ClaimStatus.Reproduced, result.Status);
        Assert.Equal(.7243, result.Computed);
        Assert.Null(result.Hint);
        Assert.Equal("Cohen's kappa of Non-experts and PadChest, Chest drain", result.Subject);
    }

    [Fact]
    public void Check_TwoRowsExchanged_NamesBoth()
    {
        var results = Check(
            [Claim("Endotracheal tube", .54), Claim("Nasogastric tube", .65)],
            Values(("Endotracheal tube", Default, .6495), ("Nasogastric tube", Default, .5415)));

        Assert.All(results, result => Assert.Equal(ClaimStatus.Differs, result.Status));
        Assert.Equal(
            "Two rows look exchanged: the published 0.54 is the value of Nasogastric tube, and the 0.65 printed there is the value of Endotracheal tube.",
            results[0].Hint);
    }

    [Fact]
    public void Check_UndecidedKeptAsClass_IsFound()
    {
        var result = Check([Claim("Chest drain", .589)], Values(("Chest drain", Default, .7243), ("Chest drain", UndecidedAsClass, .5886)))[0];

        Assert.StartsWith("The published number comes out when undecided was kept as a class of its own", result.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AnotherRelease_IsFound()
    {
        var claim = Claim("Chest drain", .81) with { Alternatives = ["older"] };
        var source = Values(("Chest drain", Default, .7)) with { OfAlternative = ("older", .8123) };

        Assert.Equal("The published number comes out with PadChest (2019), another release of the table.", Check([claim], source)[0].Hint);
    }

    [Fact]
    public void Check_BlankClass_IsFound()
    {
        var result = Check([Claim("Chest drain", .54)], Values(("Chest drain", Default, .7)) with { Blank = .5393 })[0];

        Assert.Contains("the blank label was scored as a class that both label sets share", result.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_NoCause_SaysSo() =>
        Assert.Equal("No cause found among exchanged rows, other policies and other releases.", Check([Claim("Chest drain", .1)], Values(("Chest drain", Default, .7)))[0].Hint);

    [Fact]
    public void Check_NothingToComputeFrom_IsNotComputableWithTheReason()
    {
        var result = Check([Claim("Chest drain", .1)], Values())[0];

        Assert.Equal(ClaimStatus.NotComputable, result.Status);
        Assert.Equal("Not here.", result.Hint);
        Assert.Null(result.Computed);
        Assert.Null(result.Difference);
    }

    private static IReadOnlyList<ClaimResult> Check(ClaimDefinition[] claims, FixedSource source) => ClaimChecker.Check(claims, source, Wording);

    private static ClaimDefinition Claim(string finding, double published) => new()
    {
        Id = $"fig4.{finding}",
        Group = "fig4",
        Source = "Fig. 4",
        Published = published,
        Decimals = published.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - 2,
        Quantity = new ClaimQuantity.Agreement("cohen_kappa", "ours", "theirs"),
        Finding = finding,
    };

    private static FixedSource Values(params (string Finding, AgreementPolicy Policy, double Value)[] values) => new(values);

    private sealed record FixedSource((string Finding, AgreementPolicy Policy, double Value)[] Values) : IClaimSource
    {
        public (string Name, double Value)? OfAlternative { get; init; }

        public double? Blank { get; init; }

        public ClaimValue Compute(ClaimDefinition claim) => Agreement((ClaimQuantity.Agreement)claim.Quantity, claim.Finding!, Default);

        public ClaimValue Agreement(ClaimQuantity.Agreement quantity, string finding, AgreementPolicy policy)
        {
            if (OfAlternative is { } other && (quantity.A == other.Name || quantity.B == other.Name)) return ClaimValue.Of(other.Value);
            foreach (var (name, under, value) in Values)
                if (name == finding && under == policy)
                    return ClaimValue.Of(value);
            return ClaimValue.None("Not here.");
        }

        public IEnumerable<Defect> LeftOut(ClaimDefinition claim) => [];

        public ClaimValue BlankClass(ClaimQuantity.Agreement quantity) => Blank is { } value ? ClaimValue.Of(value) : ClaimValue.None("Not here.");
    }
}
