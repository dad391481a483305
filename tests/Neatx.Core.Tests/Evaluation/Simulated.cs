using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;
using Normal = MathNet.Numerics.Distributions.Normal;

namespace Neatx.Core.Tests.Evaluation;

/// <summary>Normal scores with a known AUC.</summary>
internal static class Simulated
{
    private const double Shift = 1;
    private const double SecondShift = .7;

    /// <summary>
    /// Patients with one to five images each, all of one state, and a part of the score that is the patient's own: images of a patient are alike.
    /// The first scores are better than the second, which share that part.
    /// </summary>
    public static (ScoredLabels First, ScoredLabels Second) Patients(ulong seed, int patients, double patientSpread)
    {
        var random = new RandomStream(seed);
        var (states, clusters, first, second) = (new List<bool>(), new List<int>(), new List<double>(), new List<double>());
        for (var patient = 0; patient < patients; patient++)
        {
            var state = random.NextBool(.4);
            var own = patientSpread * random.NextGaussian();
            for (var images = random.NextInt(5) + 1; images > 0; images--)
            {
                states.Add(state);
                clusters.Add(patient);
                first.Add((state ? Shift : 0) + own + random.NextGaussian());
                second.Add((state ? SecondShift : 0) + own + random.NextGaussian());
            }
        }

        var reference = new ReferenceStandard([.. states], [.. clusters]);
        return (reference.Score("first", [.. first]), reference.Score("second", [.. second]));
    }

    /// <summary>Images of different patients, each a patient of its own.</summary>
    public static (ScoredLabels First, ScoredLabels Second) Images(ulong seed, int images)
    {
        var random = new RandomStream(seed);
        var (states, first, second) = (new bool[images], new double[images], new double[images]);
        for (var image = 0; image < images; image++)
        {
            states[image] = random.NextBool(.3);
            var own = random.NextGaussian();
            first[image] = (states[image] ? Shift : 0) + own + random.NextGaussian();
            second[image] = (states[image] ? SecondShift : 0) + own + random.NextGaussian();
        }

        var reference = new ReferenceStandard(states);
        return (reference.Score("first", first), reference.Score("second", second));
    }

    /// <summary>The AUC of the first scores in the population, for a spread of the part that is the patient's own (1 in <see cref="Images"/>).</summary>
    public static double TrueFirst(double patientSpread) => Area(Shift, patientSpread);

    public static double TrueDifference(double patientSpread) => Area(Shift, patientSpread) - Area(SecondShift, patientSpread);

    private static double Area(double shift, double patientSpread) =>
        Normal.CDF(0, 1, shift / Math.Sqrt(2 * (1 + (patientSpread * patientSpread))));
}
