using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>true or false; not yes, no, on or off, which YAML 1.2 holds for text.</summary>
internal sealed class BoolShape : TypedShape<bool>
{
    public static BoolShape Instance { get; } = new();

    public override string Expected => "true or false";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out bool value)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Bool } scalar) return Refuse(node, binding, out value);
        value = scalar.Text[0] is 't' or 'T';
        return true;
    }

    public override JsonNode? Show(bool value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}
