using CsCheck;
using Neatx.Core.Labels;
using Neatx.Core.Splits;
using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Splits;

/// <summary>Made-up cohorts.</summary>
internal static class Cohorts
{
    /// <summary>20 to 120 patients with one to six images each and three findings.</summary>
    public static Gen<SplitCohort> Any { get; } =
        Gen.Select(Gen.Int[20, 120], Gen.ULong).Select((patients, seed) => Of(seed, patients));

    /// <summary>Findings of prevalence .4, .1 and .02 among the decided; one image in 20 is uncertain, one in 20 missing.</summary>
    public static SplitCohort Of(ulong seed, int patients)
    {
        var random = new RandomStream(seed);
        double[] prevalences = [.4, .1, .02];
        var (images, owners) = (new List<string>(), new List<string>());
        var labels = prevalences.Select(_ => new List<LabelState>()).ToArray();
        for (var patient = 0; patient < patients; patient++)
        {
            for (var image = random.NextInt(6); image >= 0; image--)
            {
                images.Add($"p{patient:D4}-{image}.png");
                owners.Add($"p{patient:D4}");
                for (var finding = 0; finding < labels.Length; finding++) labels[finding].Add(Draw(ref random, prevalences[finding]));
            }
        }

        return new SplitCohort(images, owners, [.. labels.Select((states, finding) => Characteristic.OfFinding($"finding {finding}", [.. states]))]);
    }

    /// <summary>The same images in reverse order.</summary>
    public static SplitCohort Reversed(SplitCohort cohort) => InOrder(cohort, [.. Enumerable.Range(0, cohort.Images.Count).Reverse()]);

    /// <summary>The same images in an order drawn from a seed.</summary>
    public static SplitCohort Shuffled(SplitCohort cohort, ulong seed)
    {
        int[] order = [.. Enumerable.Range(0, cohort.Images.Count)];
        new RandomStream(seed).Shuffle<int>(order);
        return InOrder(cohort, order);
    }

    private static SplitCohort InOrder(SplitCohort cohort, int[] order) => new(
        [.. order.Select(image => cohort.Images[image])],
        [.. order.Select(image => cohort.Patients[cohort.PatientOfImage[image]])],
        [.. cohort.Characteristics.Select(known => Characteristic.OfFinding(known.Name, [.. order.Select(image => State(known.Levels[known.LevelOfImage[image]]))]))]);

    private static LabelState Draw(ref RandomStream random, double prevalence)
    {
        if (random.NextBool(.05)) return LabelState.Uncertain;
        if (random.NextBool(.05)) return LabelState.Missing;
        return random.NextBool(prevalence) ? LabelState.Positive : LabelState.Negative;
    }

    private static LabelState State(string level) => Enum.Parse<LabelState>(level, ignoreCase: true);
}
