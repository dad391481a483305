using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>findings: the harmonised vocabulary.</summary>
internal static class FindingLanguage
{
    private static readonly TypedKey<IReadOnlyList<string>> Aliases = Key.Optional(
        "aliases", new ListShape<string>(TextShape.Word), "Other spellings in source files, compared without regard to case.");

    private static readonly TypedKey<IReadOnlyList<string>> AnyOf = Key.Optional(
        "any_of",
        new ListShape<string>(ReferenceShape.Finding, least: 2),
        "The findings that make up this one: it is present where any of them is, in label sets that do not judge it themselves.");

    private static readonly ObjectShape<FindingDefinition> Finding = new(
        "finding",
        "A finding of the vocabulary.",
        [Aliases, AnyOf],
        fields => new()
        {
            Name = fields.Name,
            Aliases = fields.Find(Aliases) ?? [],
            AnyOf = fields.Find(AnyOf) ?? [],
        })
    {
        MayBeNothing = true,
        Check = fields =>
        {
            DeclareAliases(fields);
            CheckComponents(fields);
        },
    };

    public static MapShape<FindingDefinition> Shape { get; } = new(TextShape.Line, Finding, NameSpace.Finding);

    private static void DeclareAliases(Fields fields)
    {
        if (fields.Node(Aliases) is not ListNode list) return;
        foreach (var alias in list.Items.OfType<ScalarNode>().Where(alias => !string.IsNullOrWhiteSpace(alias.Text)))
            fields.Binding.Under(Aliases.Name, () => fields.Binding.Declare(NameSpace.Alias, alias.Text, alias.Place, means: fields.Name));
    }

    /// <summary>A component is judged directly: were it derived too, the order of derivation would matter.</summary>
    private static void CheckComponents(Fields fields)
    {
        if (fields.Node(AnyOf) is not ListNode list) return;
        fields.Binding.Names.Declare(NameSpace.Derived, fields.Name, fields.Place);
        foreach (var component in list.Items.OfType<ScalarNode>())
        {
            var path = $"{fields.Binding.Path}.{AnyOf.Name}";
            fields.Binding.AtEnd(() =>
            {
                if (fields.Binding.Names.Find(NameSpace.Derived, component.Text) is not null)
                {
                    fields.Binding.ReportUnder(
                        path,
                        component.Place,
                        $"expected a finding that is judged directly, found {Wording.Quote(component.Text)}, which is derived itself; name its components");
                }
            });
        }
    }
}
