using Neatx.Core.Agreement;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Agreement;

/// <summary>Makes a figure of agreement from a tally: crosstab, every statistic with its intervals, band.</summary>
/// <param name="level">The nominal coverage of every interval.</param>
/// <param name="resamples">Resamples by patient; 0 for none.</param>
/// <param name="seed">The seed of every figure's resampling, so that any one of them can be made again alone.</param>
public sealed class FigureMaker(double level, int resamples, ulong seed)
{
    /// <summary>The figure of one finding under one policy.</summary>
    public AgreementFigure Make(string comparison, string a, string b, string finding, AgreementPolicy policy, PairTally tally)
    {
        var clusters = tally.Under(policy, finding);
        var figure = Make(comparison, a, b, finding, policy, new Crosstab(tally.Codes.Categories(policy), clusters.Totals), clusters);
        return figure with { Patients = tally.Patients is null ? null : clusters.Clusters, Dropped = tally.Images - figure.N };
    }

    /// <summary>The figure of a published crosstab over negative and positive; images are resampled, since its patients are not known.</summary>
    public AgreementFigure Make(string comparison, string a, string b, string finding, AgreementPolicy policy, Crosstab published) =>
        Make(comparison, a, b, finding, policy, published, clusters: null) with { From = "published crosstab" };

    private AgreementFigure Make(string comparison, string a, string b, string finding, AgreementPolicy policy, Crosstab table, ClusterClasses? clusters)
    {
        var options = new AgreementOptions
        {
            Level = level,
            Policy = policy.Name,
            Bootstrap = resamples == 0 ? null : new BootstrapOptions { Resamples = resamples, Level = level, Seed = seed },
        };
        var agreement = PairAgreement.Of(table, options, clusters);
        return new AgreementFigure
        {
            Comparison = comparison,
            A = a,
            B = b,
            Finding = finding,
            Policy = policy.Name,
            N = agreement.N,
            Categories = table.Categories,
            Crosstab = [.. Enumerable.Range(0, table.Size).Select(row => Enumerable.Range(0, table.Size).Select(column => table[row, column]).ToList())],
            Band = agreement.Band?.Name,
            Statistics = agreement.Statistics.All,
        };
    }
}
