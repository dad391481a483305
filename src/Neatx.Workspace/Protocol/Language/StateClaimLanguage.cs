using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A claim about how many images are in one state.</summary>
internal static class StateClaimLanguage
{
    private static readonly TypedKey<string> Of = Key.Required(
        "of", new ReferenceShape(NameSpace.LabelSet, NameSpace.Ratings), "A label set, or a ratings table where rater is given.");

    private static readonly TypedKey<LabelState> State = Key.Required(
        "state",
        new WordShape<LabelState>("a state", [
            Word(LabelState.Positive, "The finding was judged present."),
            Word(LabelState.Negative, "The finding was judged absent."),
            Word(LabelState.Uncertain, "The judgement did not decide."),
            Word(LabelState.Invalid, "The image was judged unfit."),
            Word(LabelState.Missing, "Nobody judged."),
        ]),
        "The state that is counted.");

    private static readonly TypedKey<string> Rater = Key.Optional("rater", TextShape.Word, "The rater whose ratings are counted, by side of .5.");

    public static ObjectShape<ClaimQuantity> Shape { get; } = new(
        "claim of states",
        "How many images are in one state.",
        [Of, State, Rater],
        fields => new ClaimQuantity.StateCount(fields.Get(Of), fields.Get(State)) { Rater = fields.Find(Rater) })
    {
        Check = CheckRater,
    };

    private static Word<LabelState> Word(LabelState state, string description) => new(AgreementPolicy.Word(state), state, description);

    private static void CheckRater(Fields fields)
    {
        if (fields.Find(Of) is not { } table) return;
        var (binding, path, place) = (fields.Binding, fields.Binding.Path, fields.Node(Of)!.Place);
        var hasRater = fields.Has(Rater);
        binding.AtEnd(() =>
        {
            var space = binding.Names.Find(NameSpace.Ratings, table)?.Space;
            if (space == NameSpace.Ratings && !hasRater) binding.ReportUnder(path, place, $"expected 'rater' beside the ratings table '{table}', found none; a count of states is one rater's");
            if (space == NameSpace.LabelSet && hasRater) binding.ReportUnder(path, place, $"conflict: '{table}' is a label set and has no raters; remove 'rater' or name a ratings table");
        });
        if (fields.Find(Rater) is { } rater) binding.Under(Rater.Name, () => RaterRule.Check(binding, fields.Node(Rater)!.Place, table, rater));
    }
}
