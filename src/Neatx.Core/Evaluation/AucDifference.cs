using Neatx.Core.Statistics;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace Neatx.Core.Evaluation;

/// <summary>
/// The AUC of one set of scores minus that of another on the same images, with the paired test of DeLong, DeLong and Clarke-Pearson (1988).
/// The test takes images as independent: where patients have several, read the interval by patient.
/// </summary>
public sealed record AucDifference
{
    private AucDifference(string first, string second, Statistic difference, Statistic z) =>
        (First, Second, Difference, Z) = (first, second, difference, z);

    /// <summary>The name of the scores whose AUC comes first.</summary>
    public string First { get; }

    /// <summary>The name of the scores whose AUC is taken off.</summary>
    public string Second { get; }

    /// <summary>First minus second, in [-1, 1], with its standard error and intervals.</summary>
    public Statistic Difference { get; init; }

    /// <summary>The difference in standard errors, with the two-sided p-value from the normal distribution.</summary>
    public Statistic Z { get; }

    /// <summary>Compares two sets of scores. Undefined where one state is absent.</summary>
    /// <exception cref="ArgumentException">The scores do not belong to one reference standard.</exception>
    public static AucDifference Of(ScoredLabels first, ScoredLabels second, double level = .95) => OfAll([first, second], level)[0];

    /// <summary>Compares each set of scores with each that follows it; each is ranked once.</summary>
    /// <exception cref="ArgumentException">The scores do not belong to one reference standard.</exception>
    public static IReadOnlyList<AucDifference> OfAll(IReadOnlyList<ScoredLabels> scores, double level = .95)
    {
        var placements = scores.Select(scored => scored.Reference.OneState is null ? Placements.Of(scored) : null).ToArray();
        var differences = new List<AucDifference>();
        for (var first = 0; first < scores.Count; first++)
            for (var second = first + 1; second < scores.Count; second++)
                differences.Add(Of(scores[first], placements[first], scores[second], placements[second], level));
        return differences;
    }

    private static AucDifference Of(ScoredLabels first, Placements? ofFirst, ScoredLabels second, Placements? ofSecond, double level)
    {
        if (first.Reference != second.Reference)
        {
            throw new ArgumentException(
                $"'{first.Name}' and '{second.Name}' are scored against two reference standards; AUCs are compared on the same images.",
                nameof(second));
        }

        return Of(first.Name, ofFirst, second.Name, ofSecond, first.Reference, level);
    }

    /// <summary>Compares two areas by their components, which are null where the reference standard has one state alone.</summary>
    internal static AucDifference Of(string first, Placements? ofFirst, string second, Placements? ofSecond, ReferenceStandard reference, double level)
    {
        if (ofFirst is null || ofSecond is null)
        {
            var reason = Statistic.None(reference.OneState!);
            return new AucDifference(first, second, reason, reason);
        }

        var value = ofFirst.Auc - ofSecond.Auc;
        if (reference.Positives < 2 || reference.Negatives < 2)
        {
            return new AucDifference(
                first, second, Statistic.Of(value), Statistic.None("a state with a single image has no variance"));
        }

        var error = Math.Sqrt(ofFirst.VarianceOfDifference(ofSecond));
        var difference = Statistic.Of(value) with
        {
            StandardError = error,
            Ci = ConfidenceInterval.Normal(value, error, level, $"paired {Auc.Source}"),
        };
        return new AucDifference(first, second, difference, Test(value, error));
    }

    private static Statistic Test(double value, double error)
    {
        if (error == 0) return Statistic.None("the scores place every image alike, so their difference has no variance");
        var z = value / error;
        return Statistic.Of(z) with { PValue = 2 * Normal.CDF(0, 1, -Math.Abs(z)), Method = $"paired {Auc.Source}, two-sided" };
    }
}
