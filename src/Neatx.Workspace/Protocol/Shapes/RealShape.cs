using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A number of a range.</summary>
internal sealed class RealShape(NumberRange range) : TypedShape<double>
{
    public override string Expected => range.ToString();

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out double value)
    {
        if (node is ScalarNode { Kind: ScalarKind.Number } scalar
            && double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && range.Holds(value)) return true;
        return Refuse(node, binding, out value);
    }

    public override JsonNode? Show(double value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "number", ["minimum"] = (decimal)range.Least, ["maximum"] = (decimal)range.Most };
}
