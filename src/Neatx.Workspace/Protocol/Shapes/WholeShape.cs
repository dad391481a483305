using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Neatx.Core.Training;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A whole number, bounds included.</summary>
internal sealed class WholeShape(long least, long most = long.MaxValue) : TypedShape<long>
{
    /// <summary>The whole numbers of a range.</summary>
    public WholeShape(NumberRange range)
        : this((long)range.Least, (long)range.Most)
    {
    }

    public override string Expected => most == long.MaxValue
        ? string.Create(CultureInfo.InvariantCulture, $"a whole number from {least}")
        : string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out long value)
    {
        if (node is ScalarNode { Kind: ScalarKind.Number } scalar
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && value >= least && value <= most) return true;
        return Refuse(node, binding, out value);
    }

    public override JsonNode? Show(long value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = least };
        if (most != long.MaxValue) schema["maximum"] = most;
        return schema;
    }
}
