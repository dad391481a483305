using System.Runtime.InteropServices;

namespace Neatx.Core.Labels.Consensus;

/// <summary>The label of one item by a rule. <c>default</c> is missing with no rating.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ItemConsensus
{
    private readonly LabelState? _state;

    private ItemConsensus(int? @class, LabelState? state, double? probability, int support) =>
        (Class, _state, Probability, Support) = (@class, state, probability, support);

    /// <summary>The index into <see cref="ConsensusLabels.Classes"/>, or null when the label is uncertain, invalid or missing.</summary>
    public int? Class { get; }

    /// <summary>
    /// The state of the label: always known on a binary scale; on a nominal scale uncertain, invalid or missing, and null when the label is
    /// a <see cref="Class"/>.
    /// </summary>
    public LabelState? State => Class is null ? _state ?? LabelState.Missing : _state;

    /// <summary>
    /// In [0, 1]: for a model rule the posterior of the label, for a counting rule the share of the counted ratings that say it.
    /// Of an uncertain label it is that of the most probable class. Null where undefined: no counted rating.
    /// </summary>
    public double? Probability { get; }

    /// <summary>The number of ratings that the rule counted.</summary>
    public int Support { get; }

    /// <summary>How hard the item is (1/beta of GLAD; 1 is average, larger is harder), or null where the rule does not estimate it.</summary>
    public double? Difficulty { get; init; }

    internal static ItemConsensus Decided(int @class, RatingScale scale, double probability, int support) =>
        new(@class, scale.StateOf(@class), probability, support);

    internal static ItemConsensus Undecided(LabelState state, double? probability, int support) => new(@class: null, state, probability, support);
}
