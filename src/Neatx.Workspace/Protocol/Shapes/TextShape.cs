using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>Text on one or more lines.</summary>
internal sealed class TextShape : TypedShape<string>
{
    private readonly bool _anyScalar;
    private readonly bool _mayBeBlank;

    private TextShape(string expected, bool anyScalar, bool mayBeBlank) => (Expected, _anyScalar, _mayBeBlank) = (expected, anyScalar, mayBeBlank);

    /// <summary>Text that is not blank; a number or true/false must be quoted.</summary>
    public static TextShape Line { get; } = new("text", anyScalar: false, mayBeBlank: false);

    /// <summary>A name from elsewhere, such as a column of a table: text or a number as written, not blank.</summary>
    public static TextShape Word { get; } = new("text or a number", anyScalar: true, mayBeBlank: false);

    /// <summary>What a cell of a table holds: text, possibly empty, or a number as written.</summary>
    public static TextShape Cell { get; } = new("text or a number", anyScalar: true, mayBeBlank: true);

    public override string Expected { get; }

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out string value)
    {
        if (node is ScalarNode scalar && (scalar.Kind == ScalarKind.Text || (_anyScalar && scalar.Kind != ScalarKind.Nothing)))
        {
            value = scalar.Text;
            if (_mayBeBlank || !string.IsNullOrWhiteSpace(value)) return true;
            binding.Report(node.Place, $"expected {Expected}, found a blank");
            return false;
        }

        var quote = node is ScalarNode { Kind: ScalarKind.Bool or ScalarKind.Number } ? "; put it in quotes to make it text" : "";
        binding.Report(node.Place, $"expected {Expected}, found {node.Found}{quote}");
        value = null;
        return false;
    }

    public override JsonNode? Show(string value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) => _anyScalar
        ? new() { ["type"] = new JsonArray("string", "number", "boolean") }
        : new() { ["type"] = "string", ["pattern"] = "\\S" };
}
