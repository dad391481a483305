using Neatx.Core.Labels;

namespace Neatx.Workspace.Labels;

/// <summary>How many images of a label set are in each state for one finding.</summary>
public sealed record StateCounts(string Finding, long Positive, long Negative, long Uncertain, long Invalid, long Missing)
{
    public long Total => Positive + Negative + Uncertain + Invalid + Missing;

    /// <summary>Positives among positive and negative, or null when there are none.</summary>
    public double? Prevalence => Positive + Negative == 0 ? null : (double)Positive / (Positive + Negative);

    /// <summary>Counts the states.</summary>
    public static StateCounts Of(string finding, ReadOnlySpan<LabelState> states)
    {
        Span<long> counts = stackalloc long[5];
        foreach (var state in states) counts[(int)state]++;
        return new StateCounts(
            finding,
            counts[(int)LabelState.Positive],
            counts[(int)LabelState.Negative],
            counts[(int)LabelState.Uncertain],
            counts[(int)LabelState.Invalid],
            counts[(int)LabelState.Missing]);
    }
}
