using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>Keys of one's own choice, each with a value of one shape; the order of the file is kept.</summary>
/// <param name="key">What a key may be.</param>
/// <param name="value">What stands under each.</param>
/// <param name="declares">The kind of thing that the keys are names of, or null when they name nothing new.</param>
internal sealed class MapShape<T>(TypedShape<string> key, TypedShape<T> value, NameSpace? declares = null) : TypedShape<OrderedDictionary<string, T>>
{
    public override string Expected => declares is { } space ? $"a map from the name of {Wording.A(space.Kind)} to what it is" : $"a map to {value.Expected}";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out OrderedDictionary<string, T> bound)
    {
        if (node is not MapNode map) return Refuse(node, binding, out bound);
        var values = new OrderedDictionary<string, T>(map.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            var named = key.TryBind(entry.Key, binding, out var name);
            if (named && declares is { } space) binding.Declare(space, name!, entry.Key.Place);
            binding.Under(entry.Key.Text, () =>
            {
                if (value.TryBind(entry.Value, binding, out var each) && named) values.Add(name!, each);
            });
        }

        bound = values;
        return values.Count == map.Entries.Count;
    }

    public override Shape Under(string key) => value;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = value.Schema(definitions) };
        var names = key.Schema(definitions);
        if (names.ContainsKey("pattern")) schema["propertyNames"] = names;
        return schema;
    }
}
