using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Agreement;

public sealed class PairAgreementTests
{
    private static readonly AgreementOptions Options = new() { Policy = "uncertain=drop invalid=drop missing=drop" };

    [Fact]
    public void Of_Table_ListsAllNamesInOrderWithPolicy()
    {
        var table = PairAgreement.Of(PublishedTables.ArtsteinPoesio, Options);
        Assert.Equal([.. AgreementNames.OfPairs], table.Statistics.All.Select(each => each.Key).ToArray());
        Assert.All(AgreementNames.OfPairs, name => Assert.NotEmpty(AgreementNames.Describe(name)));
        Assert.Equal("uncertain=drop invalid=drop missing=drop", table.Policy);
        Assert.Throws<KeyNotFoundException>(() => table["kappa"]);
    }

    [Fact]
    public void Of_NoItems_IsUndefinedWithReason()
    {
        var table = PairAgreement.Of(PublishedTables.Table([0, 0, 0, 0]), Options with { Bootstrap = new BootstrapOptions() });
        Assert.All(table.Statistics.All, each => Assert.Equal("no item was rated by both raters", each.Value.Undefined));
        Assert.Null(table.Band);
    }

    [Fact]
    public void Of_OneCategoryUsed_LeavesKappaUndefined()
    {
        var table = PairAgreement.Of(PublishedTables.Table([40, 0, 0, 0]), Options);
        foreach (var name in (string[])["cohen_kappa", "kappa_max", "fleiss_kappa", "conger_kappa", "krippendorff_alpha_nominal"])
            Assert.Equal("all ratings fall in one category", table[name].Undefined);
        Assert.Equal(1, table["percent_agreement"].Value);
        Assert.Equal(1, table["gwet_ac1"].Value);
        Assert.Equal(1, table["brennan_prediger"].Value);
        Assert.Equal("neither rater called anything positive", table["positive_agreement"].Undefined);
        Assert.Equal("the raters never disagree", table["mcnemar"].Undefined);
    }

    [Fact]
    public void Of_ThreeCategories_LeavesTwoCategoryIndexesUndefined()
    {
        var table = PairAgreement.Of(PublishedTables.CohenPage45, Options);
        Assert.Equal("defined for two categories only, there are 3", table["prevalence_index"].Undefined);
        Assert.Equal("defined for two categories only, there are 3", table["bias_index"].Undefined);
        Assert.Equal("defined for two categories only, there are 3 and none is named positive", table["positive_agreement"].Undefined);
        Assert.Equal((1.5 * .7) - .5, table["pabak"].Value!.Value, 12);
    }

    /// <summary>Byrt, Bishop and Carlin 1993: prevalence and bias of a 2 x 2 table a 40, b 9, c 6, d 45 (positive first).</summary>
    [Fact]
    public void Of_TwoByTwo_GivesIndexesWithSign()
    {
        var table = PairAgreement.Of(new Crosstab(["negative", "positive"], [45, 6, 9, 40]), Options);
        Assert.Equal(-.05, table["prevalence_index"].Value!.Value, 12);
        Assert.Equal(.03, table["bias_index"].Value!.Value, 12);
        Assert.Equal(.70, table["pabak"].Value!.Value, 12);
        Assert.Equal(80.0 / 95, table["positive_agreement"].Value!.Value, 12);
        Assert.Equal(90.0 / 105, table["negative_agreement"].Value!.Value, 12);
        Assert.Equal(9.0 / 15, table["mcnemar"].Value!.Value, 12);
        Assert.Equal("McNemar, exact binomial p, 15 discordant items", table["mcnemar"].Method);
    }

    [Fact]
    public void Of_UncertainAsClass_StillHasAgreementOnPositives()
    {
        var table = PairAgreement.Of(new Crosstab(["negative", "uncertain", "positive"], [5, 1, 0, 1, 2, 2, 0, 1, 9]), Options);
        Assert.Equal(18.0 / 21, table["positive_agreement"].Value!.Value, 12);
        Assert.Equal(10.0 / 12, table["negative_agreement"].Value!.Value, 12);
    }

    [Fact]
    public void Of_InvalidAsClass_HasNoWeightedStatistics()
    {
        var table = PairAgreement.Of(new Crosstab(["negative", "positive", "invalid"], [5, 1, 0, 1, 2, 2, 0, 1, 9]), Options);
        Assert.Equal("the category invalid has no place on a scale", table["cohen_kappa_linear"].Undefined);
        Assert.Equal("the category invalid has no place on a scale", table["krippendorff_alpha_ordinal"].Undefined);
        Assert.NotNull(table["cohen_kappa"].Value);
    }

    [Fact]
    public void Of_NumericCategories_AreWeightedByTheirValues()
    {
        long[] counts = [9, 2, 1, 3, 8, 2, 0, 1, 7];
        var values = new Crosstab(["0", "1", "10"], counts);
        var ranks = new Crosstab(["low", "mid", "high"], counts);
        var byValue = PairAgreement.Of("cohen_kappa_linear", values, Options).Value!.Value;
        var byRank = PairAgreement.Of("cohen_kappa_linear", ranks, Options).Value!.Value;
        Assert.NotEqual(byValue, byRank, 3);
        Assert.Equal(byRank, PairAgreement.Of("cohen_kappa_linear", values, Options with { Scores = ScoreChoice.Ranks }).Value!.Value, 12);
    }

    [Fact]
    public void Of_NegativeScores_HasNoRatioAlpha() => Assert.Equal(
        "a ratio scale has no negative score",
        PairAgreement.Of("krippendorff_alpha_ratio", new Crosstab(["-1", "0", "1"], [1, 2, 3, 4, 5, 6, 7, 8, 9]), Options).Undefined);

    [Fact]
    public void Of_PerfectAgreement_HasNoErrorAndNoAnalyticInterval()
    {
        var kappa = CohenKappa.Of(PublishedTables.Table([30, 0, 0, 12]));
        Assert.Equal((1.0, 0.0), (kappa.Value!.Value, kappa.StandardError!.Value));
        Assert.Null(kappa.Ci);
    }

    [Fact]
    public void Of_OneItem_HasValueWithoutError()
    {
        var table = PairAgreement.Of(PublishedTables.Table([0, 1, 0, 0]), Options);
        Assert.Equal(0, table["cohen_kappa"].Value);
        Assert.All(table.Statistics.All, each => Assert.Null(each.Value.StandardError));
    }

    [Fact]
    public void Of_BootstrapByPatient_AttachesIntervalToEveryEstimate()
    {
        var tally = new ClusterTally(4);
        for (var item = 0; item < 200; item++) tally.Add(item / 2, (item * item) % 7 == 1 ? 1 : item % 3 == 0 ? 3 : 0);
        var clusters = tally.ToClasses();
        var table = new Crosstab(["negative", "positive"], clusters.Totals);
        var all = PairAgreement.Of(table, Options with { Bootstrap = new BootstrapOptions { Resamples = 200, Seed = 7 } }, clusters);
        foreach (var (name, statistic) in all.Statistics.All)
        {
            if (name == "mcnemar" || statistic.Value is null) Assert.Null(statistic.BootstrapCi);
            else Assert.Equal("bootstrap by patient, percentile, 200 resamples, seed 7", statistic.BootstrapCi!.Method);
        }
    }

    [Fact]
    public void Of_ClustersOfOtherItems_Throws()
    {
        var clusters = ClusterClasses.OfItems([1, 2, 3, 4]);
        Assert.Throws<ArgumentException>(() => PairAgreement.Of(PublishedTables.Table([1, 2, 3, 5]), Options, clusters));
    }

    [Fact]
    public void Describe_UnknownName_ListsNames() => Assert.Contains(
        "cohen_kappa_linear", Assert.Throws<ArgumentException>(() => AgreementNames.Describe("kapa")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("kapa")]
    [InlineData("")]
    public void Of_UnknownName_Throws(string name) =>
        Assert.Throws<ArgumentException>(() => PairAgreement.Of(name, PublishedTables.ArtsteinPoesio, Options));
}
