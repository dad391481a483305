using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>values: written from state to texts, as people think of it; bound from text to state, as tables are read.</summary>
internal static class ValueLanguage
{
    private static readonly (LabelState State, TypedKey<IReadOnlyList<string>> Key)[] States =
    [
        State(LabelState.Positive, "The texts that mean that the finding is present."),
        State(LabelState.Negative, "The texts that mean that the finding is absent."),
        State(LabelState.Uncertain, "The texts that mean that the judgement did not decide."),
        State(LabelState.Invalid, "The texts that mean that the image is unfit for this finding."),
        State(LabelState.Missing, "The texts that mean that nobody judged; a blank cell always does."),
    ];

    public static ObjectShape<OrderedDictionary<string, LabelState>> Shape { get; } = new(
        "meaning of cells",
        "The cell texts that mean each state.",
        [.. States.Select(each => each.Key)],
        ByText)
    {
        Check = fields =>
        {
            var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (_, key) in States)
            {
                foreach (var text in fields.Find(key) ?? [])
                {
                    if (!seen.TryAdd(text, key.Name)) fields.Report(key, $"the text {Wording.Quote(text)} already means '{seen[text]}'; a text has one meaning, whatever its case");
                }
            }
        },
    };

    private static (LabelState State, TypedKey<IReadOnlyList<string>> Key) State(LabelState state, string description) =>
        (state, Key.Optional(AgreementPolicy.Word(state), new ListShape<string>(TextShape.Cell, least: 1, single: true), description));

    private static OrderedDictionary<string, LabelState> ByText(Fields fields)
    {
        var states = new OrderedDictionary<string, LabelState>(StringComparer.OrdinalIgnoreCase);
        foreach (var (state, key) in States)
            foreach (var text in fields.Find(key) ?? [])
                states.Add(text, state);
        return states;
    }
}
