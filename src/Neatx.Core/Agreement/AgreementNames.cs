namespace Neatx.Core.Agreement;

/// <summary>The names of all statistics of agreement, as JSON, protocols and reports write them, with a line on each.</summary>
public static class AgreementNames
{
    public const string PercentAgreement = "percent_agreement";
    public const string CohenKappa = "cohen_kappa";
    public const string CohenKappaLinear = "cohen_kappa_linear";
    public const string CohenKappaQuadratic = "cohen_kappa_quadratic";
    public const string KappaMax = "kappa_max";
    public const string Pabak = "pabak";
    public const string PrevalenceIndex = "prevalence_index";
    public const string BiasIndex = "bias_index";
    public const string PositiveAgreement = "positive_agreement";
    public const string NegativeAgreement = "negative_agreement";
    public const string GwetAc1 = "gwet_ac1";
    public const string GwetAc2Linear = "gwet_ac2_linear";
    public const string GwetAc2Quadratic = "gwet_ac2_quadratic";
    public const string BrennanPrediger = "brennan_prediger";
    public const string McNemar = "mcnemar";
    public const string FleissKappa = "fleiss_kappa";
    public const string CongerKappa = "conger_kappa";
    public const string AlphaNominal = "krippendorff_alpha_nominal";
    public const string AlphaOrdinal = "krippendorff_alpha_ordinal";
    public const string AlphaInterval = "krippendorff_alpha_interval";
    public const string AlphaRatio = "krippendorff_alpha_ratio";

    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        [PercentAgreement] = "share of items on which two raters agree; for more raters the mean over pairs of ratings of an item",
        [CohenKappa] = "agreement beyond that expected from each rater's own category shares (Cohen 1960)",
        [CohenKappaLinear] = "Cohen's kappa where a disagreement counts by its distance (Cohen 1968)",
        [CohenKappaQuadratic] = "Cohen's kappa where a disagreement counts by its squared distance (Cohen 1968)",
        [KappaMax] = "the largest kappa that the raters' category shares allow (Cohen 1960)",
        [Pabak] = "prevalence- and bias-adjusted kappa: (K x percent agreement - 1) / (K - 1) (Byrt, Bishop and Carlin 1993)",
        [PrevalenceIndex] = "share of items both call positive minus share both call negative (Byrt, Bishop and Carlin 1993)",
        [BiasIndex] = "rater A's share of positives minus rater B's (Byrt, Bishop and Carlin 1993)",
        [PositiveAgreement] = "of the ratings that say positive, the share whose counterpart does too (Cicchetti and Feinstein 1990)",
        [NegativeAgreement] = "of the ratings that say negative, the share whose counterpart does too (Cicchetti and Feinstein 1990)",
        [GwetAc1] = "agreement beyond that expected if only hard items are guessed; stable at extreme prevalence (Gwet 2008)",
        [GwetAc2Linear] = "AC1 where a disagreement counts by its distance (Gwet 2014)",
        [GwetAc2Quadratic] = "AC1 where a disagreement counts by its squared distance (Gwet 2014)",
        [BrennanPrediger] = "agreement beyond that of raters who pick among the K categories evenly (Brennan and Prediger 1981)",
        [McNemar] = "chi-square for a difference between the raters' category shares (McNemar 1947; Bowker 1948 for K > 2)",
        [FleissKappa] = "agreement beyond that expected from the pooled category shares; with two raters Scott's pi (Fleiss 1971)",
        [CongerKappa] = "Cohen's kappa for any number of raters (Conger 1980)",
        [AlphaNominal] = "1 - observed / expected disagreement, any number of raters, ratings may be missing (Krippendorff 2011)",
        [AlphaOrdinal] = "Krippendorff's alpha for ordered categories",
        [AlphaInterval] = "Krippendorff's alpha by squared distance between category scores",
        [AlphaRatio] = "Krippendorff's alpha by squared relative distance between category scores",
    };

    /// <summary>What is computed from a crosstab of two raters, in the order in which reports list it.</summary>
    public static IReadOnlyList<string> OfPairs { get; } =
    [
        PercentAgreement, CohenKappa, CohenKappaLinear, CohenKappaQuadratic, KappaMax, Pabak, PrevalenceIndex, BiasIndex,
        PositiveAgreement, NegativeAgreement, GwetAc1, GwetAc2Linear, GwetAc2Quadratic, BrennanPrediger, McNemar,
        FleissKappa, CongerKappa, AlphaNominal, AlphaOrdinal, AlphaInterval, AlphaRatio,
    ];

    /// <summary>What is computed from any number of raters, in the order in which reports list it.</summary>
    public static IReadOnlyList<string> OfManyRaters { get; } =
    [
        PercentAgreement, FleissKappa, CongerKappa, BrennanPrediger, GwetAc1, GwetAc2Linear, GwetAc2Quadratic,
        AlphaNominal, AlphaOrdinal, AlphaInterval, AlphaRatio,
    ];

    /// <summary>One line on a statistic.</summary>
    /// <exception cref="ArgumentException">There is no statistic of this name.</exception>
    public static string Describe(string name) => Descriptions.TryGetValue(name, out var description)
        ? description
        : throw new ArgumentException($"There is no statistic '{name}'; the names are {string.Join(", ", OfPairs)}.", nameof(name));
}
