using System.Text.Json.Nodes;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>Two keys that cannot both hold.</summary>
internal sealed class ExcludesRule(Key key, Key other) : KeyRule
{
    public override void Check(Fields fields)
    {
        if (fields.Has(key) && fields.Has(other)) fields.Report(key, $"conflicts with '{other.Name}'; keep one of the two");
    }

    public override JsonObject Schema() => new() { ["not"] = new JsonObject { ["required"] = new JsonArray(key.Name, other.Name) } };
}
