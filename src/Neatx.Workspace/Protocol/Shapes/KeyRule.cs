using System.Text.Json.Nodes;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>Which keys of an object go together.</summary>
internal abstract class KeyRule
{
    public abstract void Check(Fields fields);

    /// <summary>The rule as a JSON Schema of the object.</summary>
    public abstract JsonObject Schema();

    protected static JsonObject Having(Key key) => new() { ["required"] = new JsonArray(key.Name) };
}
