using Neatx.Core.Statistics;

namespace Neatx.Core.Tests.Statistics;

/// <summary>
/// Two raters and patients of known make: half the patients have a device on most images, and half are hard to read. A rater is right on
/// 95% of the images of an easy patient and on 65% of a hard one, so agreement runs in patients.
/// </summary>
internal static class Simulated
{
    private static readonly double[] Prevalences = [.05, .8];
    private static readonly double[] Skills = [.95, .65];

    /// <summary>The kappa of infinitely many patients.</summary>
    public static double Kappa { get; } = PopulationKappa();

    /// <summary>Patients with 1 to 12 images each.</summary>
    public static (ClusterClasses ByPatient, IReadOnlyList<long[]> Tables) Patients(ulong seed, int patients)
    {
        var random = new RandomStream(seed);
        var tally = new ClusterTally(4);
        var tables = new List<long[]>();
        for (var patient = 0; patient < patients; patient++)
        {
            var prevalence = Prevalences[random.NextInt(2)];
            var skill = Skills[random.NextInt(2)];
            var table = new long[4];
            for (var images = 1 + random.NextInt(12); images > 0; images--)
            {
                var present = random.NextBool(prevalence);
                var a = random.NextBool(skill) == present;
                var b = random.NextBool(skill) == present;
                var cell = (a ? 2 : 0) + (b ? 1 : 0);
                table[cell]++;
                tally.Add(patient, cell);
            }

            tables.Add(table);
        }

        return (tally.ToClasses(), tables);
    }

    private static double PopulationKappa()
    {
        var (both, first) = (0.0, 0.0);
        foreach (var prevalence in Prevalences)
        {
            foreach (var skill in Skills)
            {
                both += ((prevalence * skill * skill) + ((1 - prevalence) * (1 - skill) * (1 - skill))) / 4;
                first += ((prevalence * skill) + ((1 - prevalence) * (1 - skill))) / 4;
            }
        }

        var observed = 1 - (2 * (first - both));
        var expected = (first * first) + ((1 - first) * (1 - first));
        return (observed - expected) / (1 - expected);
    }
}
