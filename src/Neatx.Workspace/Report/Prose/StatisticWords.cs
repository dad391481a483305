using Neatx.Core.Agreement;

namespace Neatx.Workspace.Report.Prose;

/// <summary>The names of statistics as a paper prints them.</summary>
internal static class StatisticWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [AgreementNames.PercentAgreement] = "Percent agreement",
        [AgreementNames.CohenKappa] = "Cohen\u2019s \u03BA",
        [AgreementNames.CohenKappaLinear] = "Cohen\u2019s \u03BA, linear weights",
        [AgreementNames.CohenKappaQuadratic] = "Cohen\u2019s \u03BA, quadratic weights",
        [AgreementNames.KappaMax] = "Largest \u03BA the shares allow",
        [AgreementNames.Pabak] = "PABAK",
        [AgreementNames.PrevalenceIndex] = "Prevalence index",
        [AgreementNames.BiasIndex] = "Bias index",
        [AgreementNames.PositiveAgreement] = "Positive agreement",
        [AgreementNames.NegativeAgreement] = "Negative agreement",
        [AgreementNames.GwetAc1] = "Gwet\u2019s AC1",
        [AgreementNames.GwetAc2Linear] = "Gwet\u2019s AC2, linear weights",
        [AgreementNames.GwetAc2Quadratic] = "Gwet\u2019s AC2, quadratic weights",
        [AgreementNames.BrennanPrediger] = "Brennan\u2013Prediger",
        [AgreementNames.McNemar] = "McNemar\u2019s \u03C7\u00B2",
        [AgreementNames.FleissKappa] = "Fleiss\u2019 \u03BA",
        [AgreementNames.CongerKappa] = "Conger\u2019s \u03BA",
        [AgreementNames.AlphaNominal] = "Krippendorff\u2019s \u03B1, nominal",
        [AgreementNames.AlphaOrdinal] = "Krippendorff\u2019s \u03B1, ordinal",
        [AgreementNames.AlphaInterval] = "Krippendorff\u2019s \u03B1, interval",
        [AgreementNames.AlphaRatio] = "Krippendorff\u2019s \u03B1, ratio",
    };

    /// <summary>The name in print; a name not known here is printed as it is, with spaces.</summary>
    public static string Say(string name) => Words.TryGetValue(name, out var words) ? words : name.Replace('_', ' ');
}
