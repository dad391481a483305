namespace Neatx.Workspace.Labels;

/// <summary>How many images of a label set are in each state for one finding.</summary>
public sealed record StateCounts(string Finding, long Positive, long Negative, long Uncertain, long Invalid, long Missing)
{
    public long Total => Positive + Negative + Uncertain + Invalid + Missing;

    /// <summary>Positives among positive and negative, or null when there are none.</summary>
    public double? Prevalence => Positive + Negative == 0 ? null : (double)Positive / (Positive + Negative);
}
