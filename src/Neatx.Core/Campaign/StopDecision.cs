using System.Globalization;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>Whether enough is rated.</summary>
/// <param name="IsReached">True when the plan's rule holds.</param>
/// <param name="HalfWidths">By finding in the order of the plan: the half-width of the interval of kappa, or null while that is undefined.</param>
/// <param name="Reason">In words: what is still missing, or that the rule holds.</param>
public sealed record StopDecision(bool IsReached, IReadOnlyList<double?> HalfWidths, string Reason)
{
    /// <summary>Asks the rule of the plan; without one, rating ends when all images are rated.</summary>
    public static StopDecision Of(CampaignPlan plan, AgreementSample sample)
    {
        if (plan.Stop is not { } rule) return new(false, [], "All images are rated: the plan has no stop rule.");
        var options = new BootstrapOptions { Resamples = rule.Resamples, Level = rule.Level, Seed = plan.Seed };
        var kappas = plan.Findings.Select((_, finding) => sample.BetweenRaters(finding, options).Kappa).ToList();
        List<double?> widths = [.. kappas.Select(kappa => kappa.BootstrapCi is { } interval ? (interval.High - interval.Low) / 2 : (double?)null)];
        if (sample.Shared < rule.Least) return new(false, widths, Text($"{sample.Shared} of at least {rule.Least} images are rated by two or more."));
        var open = plan.Findings.Where((_, finding) => !rule.IsNarrow(kappas[finding].Value, kappas[finding].BootstrapCi?.Low, kappas[finding].BootstrapCi?.High)).Select(finding => finding.Title).ToList();
        return open.Count == 0
            ? new(true, widths, Text($"The half-width of the interval of kappa is below {rule.HalfWidth} for every finding."))
            : new(false, widths, Text($"The half-width of the interval of kappa is not yet below {rule.HalfWidth} for: {string.Join(", ", open)}."));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
