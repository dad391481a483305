using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>A number with all digits that were printed, trailing zeros included, quoted or not.</summary>
internal sealed class PublishedShape : TypedShape<PublishedNumber>
{
    private const int MostDigits = 15;

    public override string Expected => "a number as it was printed, such as .70 or 3709";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out PublishedNumber value)
    {
        if (node is not ScalarNode scalar
            || !ScalarNode.IsNumber(scalar.Text)
            || scalar.Text.Count(char.IsAsciiDigit) > MostDigits
            || scalar.Text.AsSpan().ContainsAny('e', 'E')) return Refuse(node, binding, out value);
        var point = scalar.Text.IndexOf('.', StringComparison.Ordinal);
        var number = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        value = new(number == 0 ? 0 : number, point < 0 ? 0 : scalar.Text.Length - point - 1);
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["oneOf"] = new JsonArray(
            new JsonObject { ["type"] = "number" },
            new JsonObject { ["type"] = "string", ["pattern"] = "^[+-]?(\\d+\\.?\\d*|\\.\\d+)$" }),
    };
}
