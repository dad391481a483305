using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A whole number, or the word off, which is null.</summary>
internal sealed class OffOrWholeShape(long least, long most) : TypedShape<int?>
{
    private const string Off = "off";

    private readonly WholeShape _whole = new(least, most);

    public override string Expected => $"{_whole.Expected}, or {Off}";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out int? value)
    {
        value = null;
        if (node is ScalarNode { Kind: ScalarKind.Text, Text: Off }) return true;
        if (node is not ScalarNode { Kind: ScalarKind.Number }) return Refuse(node, binding, out value);
        var bound = _whole.TryBind(node, binding, out var number);
        value = (int)number;
        return bound;
    }

    public override JsonNode? Show(int? value) => value is { } number ? number : Off;

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["oneOf"] = new JsonArray(_whole.Schema(definitions), new JsonObject { ["const"] = Off }) };
}
