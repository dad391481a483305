using System.Text.Json;
using Neatx.Core.Agreement;
using Neatx.Core.Tests.Golden;

namespace Neatx.Core.Tests.Agreement;

public sealed class PeerAgreementTests
{
    private static readonly AgreementOptions Options = new();

    [Theory]
    [InlineData("cohen_kappa")]
    [InlineData("cohen_kappa_linear")]
    [InlineData("cohen_kappa_quadratic")]
    public void CohenKappa_RandomTables_EqualsScikitLearnAndStatsmodels(string name)
    {
        foreach (var peer in AgreementPeers.Pairs)
        {
            var statistic = PairAgreement.Of(name, Table(peer), Options);
            Assert.Equal(peer.GetProperty(name).GetDouble(), statistic.Value!.Value, 1e-12);
            Assert.Equal(peer.GetProperty(name + "_se").GetDouble(), statistic.StandardError!.Value, 1e-12);
        }
    }

    [Fact]
    public void McNemar_RandomTables_EqualsStatsmodels()
    {
        foreach (var peer in AgreementPeers.Pairs.Where(pair => pair.TryGetProperty("mcnemar", out _)))
        {
            var table = Table(peer);
            var statistic = PairAgreement.Of("mcnemar", table, Options);
            var exact = table[0, 1] + table[1, 0] < 25;
            Assert.Equal(peer.GetProperty("mcnemar").GetDouble(), statistic.Value!.Value, 1e-12);
            Assert.Equal(peer.GetProperty(exact ? "mcnemar_p_exact" : "mcnemar_p_chi_square").GetDouble(), statistic.PValue!.Value, 1e-12);
            Assert.Contains(exact ? "exact binomial p" : "chi-square", statistic.Method, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void McNemar_MoreCategories_EqualsBowkerOfStatsmodels()
    {
        foreach (var peer in AgreementPeers.Pairs.Where(pair => pair.TryGetProperty("bowker", out _)))
        {
            var statistic = PairAgreement.Of("mcnemar", Table(peer), Options);
            Assert.Equal(peer.GetProperty("bowker").GetDouble(), statistic.Value!.Value, 1e-9);
            Assert.Equal(peer.GetProperty("bowker_p").GetDouble(), statistic.PValue!.Value, 1e-12);
            Assert.StartsWith("Bowker", statistic.Method, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void FleissKappa_RandomPanels_EqualsStatsmodels()
    {
        foreach (var peer in AgreementPeers.Panels)
        {
            var ratings = peer.GetProperty("ratings").EnumerateArray()
                .Select(item => string.Concat(item.EnumerateArray().Select(rating => rating.GetInt32())));
            var matrix = PublishedTables.Matrix([.. Enumerable.Range(0, peer.GetProperty("size").GetInt32()).Select(size => $"{size}")], ratings);
            var kappa = MultiRaterAgreement.Of("fleiss_kappa", matrix, Options);
            Assert.Equal(peer.GetProperty("fleiss_kappa").GetDouble(), kappa.Value!.Value, 1e-12);
        }
    }

    private static Crosstab Table(JsonElement peer) =>
        PublishedTables.Table([.. peer.GetProperty("counts").EnumerateArray().Select(count => count.GetInt64())]);
}
