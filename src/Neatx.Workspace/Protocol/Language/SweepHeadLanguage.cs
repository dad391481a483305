using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>heads: what each head of the networks learns.</summary>
internal static class SweepHeadLanguage
{
    private static readonly TypedKey<string> Labels = Key.Required("labels", ReferenceShape.LabelSet, "The label set that is learnt from.");

    private static readonly TypedKey<IReadOnlyList<string>> Findings = Key.Required(
        "findings", new ListShape<string>(ReferenceShape.Finding, least: 1), "What is learnt, of the findings that the label set judges.");

    private static readonly TypedKey<double> Weight = Key.Defaulted("weight", new RealShape(RecipeRanges.Weight), 1, "The factor of its loss in the sum over heads.");

    private static readonly ObjectShape<SweepHead> Head = new(
        "head",
        "One head of the networks: a sigmoid for each finding.",
        [Labels, Findings, Weight],
        fields => new(fields.Name, fields.Get(Labels), fields.Get(Findings), fields.Get(Weight)));

    public static MapShape<SweepHead> Shape { get; } = new(NameShape.Column, Head);
}
