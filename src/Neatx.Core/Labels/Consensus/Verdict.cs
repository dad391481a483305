using System.Runtime.InteropServices;

namespace Neatx.Core.Labels.Consensus;

/// <summary>What a counting rule decides for one item.</summary>
/// <param name="Class">The class, or null when <see cref="State"/> says why there is none.</param>
/// <param name="State">Meant only without a class: uncertain, invalid or missing.</param>
/// <param name="Weight">The weight of all votes, the denominator of shares.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Verdict(int? Class, LabelState State, double Weight)
{
    public static Verdict Of(int @class, double weight) => new(@class, LabelState.Uncertain, weight);

    public static Verdict Undecided(LabelState state, double weight) => new(Class: null, state, weight);
}
