using Neatx.Core.Agreement;
using Neatx.Core.Statistics;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Agreement;

public sealed class PublishedAgreementTests
{
    private static readonly AgreementOptions Options = new();

    [Fact]
    public void CohenKappa_CohenPage45_MatchesPrint()
    {
        var table = PairAgreement.Of(PublishedTables.CohenPage45, Options);
        Assert.Equal(200, table.N);
        Assert.Equal(.491525, table["cohen_kappa"].Value!.Value, 6);
        Assert.Equal(.051002, table["cohen_kappa"].StandardError!.Value, 6);
        Assert.Equal(.830508, table["kappa_max"].Value!.Value, 6);
        Assert.Equal("moderate", table.Band!.Name);
    }

    [Fact]
    public void CohenKappa_CohenPage37_IsBelowChance()
    {
        var table = PairAgreement.Of(PublishedTables.CohenPage37, Options);
        Assert.Equal(-.092308, table["cohen_kappa"].Value!.Value, 6);
        Assert.Equal("none", table.Band!.Name);
    }

    [Theory]
    [InlineData("cohen_kappa", .4842, .1380)]
    [InlineData("cohen_kappa_linear", .4701, .1457)]
    public void CohenKappa_Sas_MatchesPrint(string name, double kappa, double error)
    {
        var statistic = PairAgreement.Of(name, PublishedTables.Sas, Options);
        Assert.Equal(kappa, statistic.Value!.Value, 4);
        Assert.Equal(error, statistic.StandardError!.Value, 4);
    }

    [Fact]
    public void CohenKappa_ArtsteinPoesio_MatchesPrint() =>
        Assert.Equal(.348, CohenKappa.Of(PublishedTables.ArtsteinPoesio).Value!.Value, 3);

    [Theory]
    [InlineData("cohen_kappa", .7964094, .05891072)]
    [InlineData("fleiss_kappa", .7962397, .05905473)]
    [InlineData("gwet_ac1", .8493305, .04321747)]
    [InlineData("brennan_prediger", .835, .04693346)]
    [InlineData("krippendorff_alpha_nominal", .7972585, .05905473)]
    [InlineData("percent_agreement", .89, .03128898)]
    [InlineData("pabak", .835, .04693346)]
    public void PairAgreement_GwetAbstractors_MatchesPrint(string name, double value, double error)
    {
        var statistic = PairAgreement.Of(PublishedTables.Abstractors, Options)[name];
        Assert.Equal(value, statistic.Value!.Value, 7);
        Assert.Equal(error, statistic.StandardError!.Value, 7);
    }

    [Fact]
    public void GwetAc1_Abstractors_HasPrintedInterval()
    {
        var interval = PairAgreement.Of("gwet_ac1", PublishedTables.Abstractors, Options).Ci!;
        Assert.Equal((.764, .935), (Math.Round(interval.Low, 3), Math.Round(interval.High, 3)));
        Assert.Equal("t, Gwet 2014", interval.Method);
    }

    [Theory]
    [InlineData("percent_agreement", .81818, .12561)]
    [InlineData("gwet_ac1", .77544, .14295)]
    [InlineData("fleiss_kappa", .76117, .15302)]
    [InlineData("conger_kappa", .76282, .14917)]
    [InlineData("brennan_prediger", .77273, .14472)]
    [InlineData("krippendorff_alpha_nominal", .74342, .14557)]
    public void MultiRaterAgreement_GwetFourRaters_MatchesPrint(string name, double value, double error)
    {
        var statistic = MultiRaterAgreement.Of(name, PublishedTables.FourRaters, Options);
        Assert.Equal(value, Math.Round(statistic.Value!.Value, 5));
        Assert.Equal(error, Math.Round(statistic.StandardError!.Value, 5));
    }

    [Theory]
    [InlineData("gwet_ac2_linear", .85874, 5)]
    [InlineData("gwet_ac2_quadratic", .91400, 5)]
    [InlineData("krippendorff_alpha_nominal", .743421, 6)]
    [InlineData("krippendorff_alpha_ordinal", .815388, 6)]
    [InlineData("krippendorff_alpha_interval", .849107, 6)]
    [InlineData("krippendorff_alpha_ratio", .797403, 6)]
    public void MultiRaterAgreement_FourRatersOnScales_MatchesPrint(string name, double value, int digits) =>
        Assert.Equal(value, MultiRaterAgreement.Of(PublishedTables.FourRaters, Options)[name].Value!.Value, digits);

    [Fact]
    public void MultiRaterAgreement_FourRaters_CountsItems()
    {
        var table = MultiRaterAgreement.Of(PublishedTables.FourRaters, Options);
        Assert.Equal((11, 1, 0), (table.N, table.RatedOnce, table.Unrated));
        Assert.Equal(6, table.Pairs.Count);
        Assert.All(table.Pairs, pair => Assert.NotNull(pair.Kappa.Value));
    }

    [Fact]
    public void FleissKappa_Fleiss1971_MatchesPrint() =>
        Assert.Equal(.43024452, MultiRaterAgreement.Of("fleiss_kappa", PublishedTables.Fleiss1971, Options).Value!.Value, 8);

    [Fact]
    public void FleissKappa_TenByFourteen_MatchesPrint() =>
        Assert.Equal(.20993070, MultiRaterAgreement.Of("fleiss_kappa", PublishedTables.TenByFourteen, Options).Value!.Value, 8);

    /// <summary>
    /// Tables of the paper's released code (rows PadChest label, columns consensus), kappas of its figure 4. Our notes print .7243 for the
    /// drain; these counts give .72416.
    /// </summary>
    [Theory]
    [InlineData(35, 23, 2, 923, .7242)]
    [InlineData(422, 150, 27, 210, .5415)]
    [InlineData(152, 102, 10, 589, .6495)]
    [InlineData(224, 3, 28, 741, .9149)]
    public void CohenKappa_ReleasedCrosstabs_MatchesPaper(long n11, long n10, long n01, long n00, double kappa)
    {
        var table = new Crosstab(["negative", "positive"], [n00, n01, n10, n11]);
        Assert.Equal(kappa, CohenKappa.Of(table).Value!.Value, 4);
    }

    [Fact]
    public void Krippendorff_OfTwoRaters_NamesOrdinalApproximation()
    {
        var ordinal = PairAgreement.Of("krippendorff_alpha_ordinal", PublishedTables.CohenPage45, Options);
        Assert.Contains("ordinal distances taken as fixed", ordinal.Ci!.Method, StringComparison.Ordinal);
        Assert.IsType<Interval>(ordinal.Ci);
    }
}
