using System.Text.Json.Nodes;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A key that means something only beside another.</summary>
internal sealed class NeedsRule(Key key, Key needed) : KeyRule
{
    public override void Check(Fields fields)
    {
        if (fields.Has(key) && !fields.Has(needed)) fields.Report(key, $"expected '{needed.Name}' beside it, found none; add that or remove this");
    }

    public override JsonObject Schema() => new() { ["dependentRequired"] = new JsonObject { [key.Name] = new JsonArray(needed.Name) } };
}
