using Neatx.Core.Statistics;

namespace Neatx.Workspace.Demo.Population;

/// <summary>How well a source of labels sees a finding: the chance of "present" where it is, and of "absent" where it is not.</summary>
internal sealed record ReadingSkill
{
    /// <exception cref="ArgumentOutOfRangeException">A probability is not in [0, 1].</exception>
    public ReadingSkill(double sensitivity, double specificity)
    {
        if (sensitivity is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(sensitivity), sensitivity, "A sensitivity lies in [0, 1].");
        if (specificity is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(specificity), specificity, "A specificity lies in [0, 1].");
        (Sensitivity, Specificity) = (sensitivity, specificity);
    }

    public double Sensitivity { get; }

    public double Specificity { get; }

    /// <summary>The chance that this source says "present".</summary>
    public double ChanceOfPresent(bool present) => present ? Sensitivity : 1 - Specificity;

    /// <summary>What this source says, drawn at random.</summary>
    public bool Read(bool present, ref RandomStream random) => random.NextBool(ChanceOfPresent(present));
}
