using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A name that is declared elsewhere in the protocol, before or after.</summary>
internal sealed class ReferenceShape(params NameSpace[] spaces) : TypedShape<string>
{
    public static ReferenceShape Dataset { get; } = new(NameSpace.Dataset);

    public static ReferenceShape LabelSet { get; } = new(NameSpace.LabelSet);

    public static ReferenceShape Ratings { get; } = new(NameSpace.Ratings);

    /// <summary>Anything that has images.</summary>
    public static ReferenceShape AnyTable { get; } = new(NameSpace.Dataset, NameSpace.LabelSet, NameSpace.Ratings, NameSpace.Cohort);

    public static ReferenceShape Split { get; } = new(NameSpace.Split);

    public static ReferenceShape Finding { get; } = new(NameSpace.Finding);

    public override string Expected => $"the name of {Wording.A(Wording.Either([.. spaces.Select(space => space.Kind)]))}";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out string value)
    {
        if (node is not ScalarNode { Kind: not ScalarKind.Nothing } scalar) return Refuse(node, binding, out value);
        value = scalar.Text;
        binding.Refer(node.Place, value, spaces);
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string" };
}
