using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A number above 0.</summary>
internal sealed class RealShape : TypedShape<double>
{
    public static RealShape Positive { get; } = new();

    public override string Expected => "a number above 0";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out double value)
    {
        if (node is ScalarNode { Kind: ScalarKind.Number } scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && value > 0 && double.IsFinite(value)) return true;
        return Refuse(node, binding, out value);
    }

    public override JsonNode? Show(double value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "number", ["exclusiveMinimum"] = 0 };
}
