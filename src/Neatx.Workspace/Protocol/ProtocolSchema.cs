using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Language;
using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol;

/// <summary>The JSON Schema of protocols, for editors. What one file cannot know, such as names that resolve, only the reader checks.</summary>
public static class ProtocolSchema
{
    /// <summary>The schema, draft 2020-12, indented, with a line feed at the end.</summary>
    public static string ToJson()
    {
        var definitions = new SchemaDefinitions();
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Neatx protocol",
        };
        foreach (var (key, value) in ProtocolLanguage.Shape.Inline(definitions).ToList()) schema[key] = value?.DeepClone();
        schema["$defs"] = definitions.ToJson();

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            schema.WriteTo(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
