namespace Neatx.Workspace.Protocol.Language;

internal static class StatisticNames
{
    public static IReadOnlyList<string> All { get; } = [
        "percent_agreement", "cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "kappa_max", "pabak", "prevalence_index", "bias_index",
        "gwet_ac1", "gwet_ac2_linear", "gwet_ac2_quadratic", "brennan_prediger", "fleiss_kappa", "conger_kappa",
        "krippendorff_alpha_nominal", "krippendorff_alpha_ordinal", "krippendorff_alpha_interval", "krippendorff_alpha_ratio",
    ];
}
