using Neatx.Core.Agreement;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>How well a rater agrees with the reference standard on the images of the qualification.</summary>
/// <param name="Kappa">Cohen's kappa over all findings together, uncertain, invalid and missing dropped, with its patient-bootstrap interval.</param>
/// <param name="N">The number of answers compared.</param>
/// <param name="IsPassed">Whether the lower bound of the interval reaches that of the plan.</param>
public sealed record Qualification(Statistic Kappa, long N, bool IsPassed)
{
    /// <summary>Compares the answers of the present attempt. Each image stands for a patient of its own.</summary>
    public static Qualification Of(CampaignState state, RaterState rater, CampaignGold gold)
    {
        var rule = state.Plan!.Qualification ?? new QualificationRule();
        var policy = new AgreementPolicy();
        var categories = policy.Categories;
        var tally = new ClusterTally(categories.Count * categories.Count, "image");
        var counts = new long[categories.Count * categories.Count];
        var answered = rater.Assignments.Where(each => each.Kind == AssignmentKind.Qualification && each.Occurrence == rater.Attempt && each.IsCompleted);
        var cluster = 0;
        foreach (var assignment in answered)
        {
            for (var finding = 0; finding < state.Plan.Findings.Count; finding++)
            {
                var (row, column) = (policy.CategoryOf(gold[assignment.Image, finding]), policy.CategoryOf(assignment[finding].Side));
                if (row < 0 || column < 0) continue;
                var cell = (row * categories.Count) + column;
                counts[cell]++;
                tally.Add(cluster, cell);
            }

            cluster++;
        }

        var table = new Crosstab(categories, counts);
        var formula = CohenKappa.Unweighted(categories.Count, rule.Level);
        var bootstrap = ClusterBootstrap.Of(
            tally.ToClasses(), formula.TryValue, new BootstrapOptions { Resamples = rule.Resamples, Level = rule.Level, Seed = state.Plan.Seed });
        var kappa = formula.Of(table.Counts) with { BootstrapCi = bootstrap.Interval, BootstrapUndefined = bootstrap.Undefined };
        return new(kappa, table.Total, kappa.BootstrapCi is { } interval && interval.Low >= rule.Bound);
    }
}
