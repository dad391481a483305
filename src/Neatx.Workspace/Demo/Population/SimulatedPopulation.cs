using Neatx.Core.Statistics;

namespace Neatx.Workspace.Demo.Population;

/// <summary>Patients and their images, in the order of a table: by patient, then by follow-up.</summary>
internal sealed class SimulatedPopulation
{
    private const int MostImages = 60;

    private SimulatedPopulation(PopulationModel model, IReadOnlyList<SimulatedImage> images) => (Model, Images) = (model, images);

    public PopulationModel Model { get; }

    public IReadOnlyList<SimulatedImage> Images { get; }

    /// <summary>The index of a finding, for <see cref="SimulatedImage.Shows"/>.</summary>
    public int this[string finding] => Model.IndexOf(finding);

    /// <summary>Draws patients until there are as many images as asked for; the last patient's are cut off.</summary>
    public static SimulatedPopulation Simulate(PopulationModel model, int imageCount, ref RandomStream random)
    {
        var images = new List<SimulatedImage>(imageCount);
        for (var number = 1; images.Count < imageCount; number++)
            AddPatient(model, number, imageCount, images, ref random);
        return new SimulatedPopulation(model, images);
    }

    private static void AddPatient(PopulationModel model, int number, int imageCount, List<SimulatedImage> images, ref RandomStream random)
    {
        var age = Math.Clamp((int)Math.Round(46 + (17 * random.NextGaussian())), 1, 92);
        var patient = new SimulatedPatient(number, random.NextBool(.56) ? "M" : "F", age, random.NextGaussian());
        var tendencies = new double[model.Findings.Count];
        foreach (ref var tendency in tendencies.AsSpan()) tendency = random.NextGaussian();

        var count = ImageCount(model, patient, ref random);
        for (var followUp = 0; followUp < count && images.Count < imageCount; followUp++)
        {
            if (followUp > 0 && random.NextBool(.15)) age++;
            images.Add(new SimulatedImage(patient, followUp, Present(model, patient, tendencies, ref random))
            {
                Age = age,
                AtBedside = random.NextBool(1 / (1 + Math.Exp(.6 - patient.Illness))),
            });
        }
    }

    /// <summary>Geometric, with a mean that grows with the illness: most patients come once, a few dozens of times.</summary>
    private static int ImageCount(PopulationModel model, SimulatedPatient patient, ref RandomStream random)
    {
        // exp(s u - s²/2) has mean 1, so the population's mean stays the model's.
        var mean = (model.ImagesPerPatient - 1) * Math.Exp((.8 * patient.Illness) - .32);
        var further = (int)Math.Floor(Math.Log(1 - random.NextDouble()) / Math.Log(mean / (1 + mean)));
        return 1 + Math.Min(further, MostImages - 1);
    }

    private static ulong Present(PopulationModel model, SimulatedPatient patient, double[] tendencies, ref RandomStream random)
    {
        var (common, own) = (model.IllnessWeight, model.TendencyWeight);
        var residual = Math.Sqrt(1 - (common * common) - (own * own));
        ulong present = 0;
        Span<double> severities = stackalloc double[tendencies.Length];
        for (var finding = 0; finding < tendencies.Length; finding++)
        {
            var severity = (common * patient.Illness) + (own * tendencies[finding]) + (residual * random.NextGaussian());
            if (model.TiedTo[finding] is { } other)
            {
                var tie = model.Findings[finding].Tie;
                severity = (tie * severities[other]) + (Math.Sqrt(1 - (tie * tie)) * severity);
            }

            severities[finding] = severity;
            if (model.PulledBy[finding] is { } cause && (present >> cause & 1) != 0) severity += model.Findings[finding].Pull;
            if (severity > model.ThresholdOf(finding)) present |= 1UL << finding;
        }

        return present;
    }
}
