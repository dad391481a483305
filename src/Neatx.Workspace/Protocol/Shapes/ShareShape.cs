using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A number between 0 and 1, with or without the two bounds.</summary>
internal sealed class ShareShape(bool bounds) : TypedShape<double>
{
    public override string Expected => bounds ? "a number from 0 to 1" : "a number between 0 and 1";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out double value)
    {
        if (node is ScalarNode { Kind: ScalarKind.Number } scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && (bounds ? value is >= 0 and <= 1 : value is > 0 and < 1)) return true;
        return Refuse(node, binding, out value);
    }

    public override JsonNode? Show(double value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) => bounds
        ? new() { ["type"] = "number", ["minimum"] = 0, ["maximum"] = 1 }
        : new() { ["type"] = "number", ["exclusiveMinimum"] = 0, ["exclusiveMaximum"] = 1 };
}
