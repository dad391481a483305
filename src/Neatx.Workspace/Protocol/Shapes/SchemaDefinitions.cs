using System.Text.Json.Nodes;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>The $defs of a JSON Schema: shapes that are used in several places are written once.</summary>
internal sealed class SchemaDefinitions
{
    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);

    /// <summary>A reference to a definition, which is made when it is first referred to.</summary>
    public JsonObject Refer(string name, Func<JsonObject> define)
    {
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = [];
            _definitions[name] = define();
        }

        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>All definitions, by name.</summary>
    public JsonObject ToJson() => new(_definitions.Select(each => KeyValuePair.Create<string, JsonNode?>(each.Key, each.Value)));
}
