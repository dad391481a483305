namespace Neatx.Core.Labels;

/// <summary>A finding that is made from others, such as "nodule or mass".</summary>
public static class DerivedFinding
{
    /// <summary>
    /// The state of "any of these findings". The first line that applies decides:
    /// <list type="table">
    /// <item><term>any component positive</term><description>positive: one is enough, whatever the others are</description></item>
    /// <item><term>else any invalid</term><description>invalid: the image was judged unfit for a part of the question</description></item>
    /// <item><term>else any uncertain</term><description>uncertain: it could be positive</description></item>
    /// <item><term>else any missing</term><description>missing: a component that nobody judged could be positive</description></item>
    /// <item><term>else (all negative)</term><description>negative</description></item>
    /// </list>
    /// The order of the components does not matter.
    /// </summary>
    /// <exception cref="ArgumentException">There is no component.</exception>
    public static LabelState AnyOf(params ReadOnlySpan<LabelState> components)
    {
        if (components.IsEmpty) throw new ArgumentException("A derived finding has at least one component.", nameof(components));
        if (components.Contains(LabelState.Positive)) return LabelState.Positive;
        if (components.Contains(LabelState.Invalid)) return LabelState.Invalid;
        if (components.Contains(LabelState.Uncertain)) return LabelState.Uncertain;
        return components.Contains(LabelState.Missing) ? LabelState.Missing : LabelState.Negative;
    }
}
