using MathNet.Numerics.Distributions;

namespace Neatx.Workspace.Demo.Population;

/// <summary>
/// A probit model with patient effects. The latent severity of finding f on image i of patient p is
/// c u_p + d v_pf + sqrt(1 - c² - d²) e_if (+ pull), u, v and e standard normal, and the finding is present where the severity
/// exceeds the normal quantile of 1 - prevalence. The shared u makes the sick patients sick in several ways; v makes the
/// images of a patient alike, which is why intervals must be resampled by patient.
/// </summary>
internal sealed record PopulationModel
{
    private readonly double[] _thresholds;

    /// <exception cref="ArgumentException">A prevalence is not in (0, 1), or a finding depends on one that does not come before it.</exception>
    public PopulationModel(IReadOnlyList<SimulatedFinding> findings)
    {
        Findings = [.. findings];
        PulledBy = [.. findings.Select((finding, index) => Earlier(findings, finding.Name, finding.PulledBy, index))];
        TiedTo = [.. findings.Select((finding, index) => Earlier(findings, finding.Name, finding.TiedTo, index))];
        _thresholds = [.. findings.Select(Threshold)];
    }

    public IReadOnlyList<SimulatedFinding> Findings { get; }

    /// <summary>For each finding the index of the one that pulls it, or null.</summary>
    public IReadOnlyList<int?> PulledBy { get; }

    /// <summary>For each finding the index of the one it is tied to, or null.</summary>
    public IReadOnlyList<int?> TiedTo { get; }

    /// <summary>c: the weight of how ill the patient is.</summary>
    public double IllnessWeight { get; init; } = .3;

    /// <summary>d: the weight of the patient's own tendency to a finding.</summary>
    public double TendencyWeight { get; init; } = .6;

    /// <summary>The mean number of images of a patient of average illness.</summary>
    public double ImagesPerPatient { get; init; } = 3.2;

    /// <summary>The severity above which a finding is present.</summary>
    public double ThresholdOf(int finding) => _thresholds[finding];

    /// <exception cref="ArgumentException">No such finding.</exception>
    public int IndexOf(string finding)
    {
        for (var index = 0; index < Findings.Count; index++)
            if (Findings[index].Name == finding) return index;
        throw new ArgumentException($"The population has no finding '{finding}'.", nameof(finding));
    }

    /// <summary>
    /// The <see cref="SimulatedFinding.Tie"/> at which two findings have the phi coefficient (P11 - P1 P2) / sqrt(P1 (1 - P1) P2 (1 - P2)),
    /// or null when no tie gives it. The illness that both share counts: a phi of 0 then takes a slightly negative tie. Over images it
    /// holds where illness has no weight, for the ill have more images than others.
    /// </summary>
    /// <param name="first">The prevalence of the one that comes first, in (0, 1).</param>
    /// <param name="second">The prevalence of the tied one, in (0, 1).</param>
    /// <param name="shared">The correlation of severities that are not tied: <see cref="IllnessWeight"/> squared.</param>
    public static double? TieFor(double phi, double first, double second, double shared)
    {
        var (h, k) = (Normal.InvCDF(0, 1, 1 - first), Normal.InvCDF(0, 1, 1 - second));
        double PhiAt(double tie) => BivariateNormal.Phi(h, k, tie + (Math.Sqrt(1 - (tie * tie)) * shared));
        var (low, high) = (-.995, .995);
        if (phi < PhiAt(low) || phi > PhiAt(high)) return null;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = PhiAt(middle) < phi ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Threshold(SimulatedFinding finding) => finding.Prevalence is > 0 and < 1
        ? Normal.InvCDF(0, 1, 1 - finding.Prevalence)
        : throw new ArgumentException($"The prevalence of '{finding.Name}' lies between 0 and 1, got {finding.Prevalence}.", nameof(finding));

    private static int? Earlier(IReadOnlyList<SimulatedFinding> findings, string finding, string? cause, int index)
    {
        if (cause is null) return null;
        for (var earlier = 0; earlier < index; earlier++)
            if (findings[earlier].Name == cause) return earlier;
        throw new ArgumentException($"'{finding}' depends on '{cause}', which does not come before it.", nameof(findings));
    }
}
