using System.Globalization;
using Neatx.Core.Agreement;
using Neatx.Core.Evaluation;
using Neatx.Core.Labels;

namespace Neatx.Learning.Prediction;

/// <summary>Chooses operating thresholds on the images that decided when training stopped, never on those that judge it.</summary>
public static class Thresholds
{
    /// <summary>What is used where nothing can be chosen.</summary>
    private const double Middle = .5;

    /// <summary>One threshold a finding.</summary>
    /// <param name="findings">In order.</param>
    /// <param name="states">By finding, the state of each validation image.</param>
    /// <param name="scores">Parallel to the states: probabilities.</param>
    /// <param name="choice">How.</param>
    /// <exception cref="NeatxException">A threshold is given for a finding that the detector does not judge.</exception>
    public static IReadOnlyList<OperatingThreshold> Choose(
        IReadOnlyList<string> findings, IReadOnlyList<LabelState[]> states, IReadOnlyList<double[]> scores, ThresholdChoice choice)
    {
        CheckNames(findings, choice);
        return [.. findings.Select((finding, index) => Of(finding, states[index], scores[index], choice))];
    }

    /// <summary>Lays thresholds that were given over those that a detector brought along.</summary>
    /// <exception cref="NeatxException">One is given for a finding that the detector does not judge, or a rule is asked for that needs a validation part.</exception>
    public static IReadOnlyList<OperatingThreshold> Over(IReadOnlyList<OperatingThreshold> standing, ThresholdChoice choice)
    {
        if (choice.Sensitivity is not null || choice.Specificity is not null)
            throw new NeatxException("a sensitivity or specificity to reach is chosen on the validation part of a run; an exported detector has none. Name the run folder, or give --threshold.");
        CheckNames([.. standing.Select(each => each.Finding)], choice);
        return [.. standing.Select(each => choice.For(each.Finding) is { } given ? Given(each.Finding, given) : each)];
    }

    private static OperatingThreshold Of(string finding, LabelState[] states, double[] scores, ThresholdChoice choice)
    {
        if (choice.For(finding) is { } given) return Given(finding, given);
        var reference = ReferenceStandard.Of(states, new AgreementPolicy());
        if (reference.OneState is { } reason)
        {
            var why = states.Length == 0 ? "the run has no validation part" : $"{reason} in the validation part";
            return new OperatingThreshold(finding, Middle, string.Create(CultureInfo.InvariantCulture, $"{Middle}: {why}"));
        }

        var counts = ThresholdCounts.Of(reference.Score(finding, scores));
        var point = choice switch
        {
            { Sensitivity: { } sensitivity } => OperatingPoints.AtSensitivity(counts, sensitivity),
            { Specificity: { } specificity } => OperatingPoints.AtSpecificity(counts, specificity),
            _ => OperatingPoints.Youden(counts),
        };
        return new OperatingThreshold(finding, Between(counts, point!.Threshold), string.Create(
            CultureInfo.InvariantCulture,
            $"{point.Rule} on validation: {reference.Count:N0} images, {reference.Positives:N0} positive, "
            + $"sensitivity {point.Sensitivity.Value:0.000}, specificity {point.Specificity.Value:0.000}"));
    }

    /// <summary>
    /// Halfway to the next lower score, so that the images at the threshold stay on their side when another engine computes their scores to other
    /// last digits. Above all scores where no image is called positive.
    /// </summary>
    private static double Between(ThresholdCounts counts, double threshold)
    {
        if (double.IsPositiveInfinity(threshold)) return Math.BitIncrement(1d);
        var next = counts.Thresholds.ToArray().FirstOrDefault(each => each < threshold, 0);
        return (threshold + next) / 2;
    }

    private static OperatingThreshold Given(string finding, double threshold) => new(finding, threshold, string.Create(CultureInfo.InvariantCulture, $"{threshold}: given by the user"));

    private static void CheckNames(IReadOnlyList<string> findings, ThresholdChoice choice)
    {
        foreach (var name in choice.Given.Keys)
        {
            if (name.Length > 0 && !findings.Contains(name, StringComparer.Ordinal))
                throw new NeatxException(Wording.Sentence($"a threshold is given for {Wording.Quote(name)}, which the detector does not judge{Wording.Suggest(name, [.. findings])}"));
        }
    }
}
