using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A map with known keys, which becomes a <typeparamref name="T"/>.</summary>
/// <param name="name">What it is, for messages and as the name of its definition in the schema: "label set".</param>
/// <param name="description">One sentence for editors.</param>
/// <param name="keys">The keys it may have, bound in this order whatever that of the file.</param>
/// <param name="build">Makes the value; called only when no key had a mistake.</param>
internal sealed class ObjectShape<T>(string name, string description, IReadOnlyList<Key> keys, Func<Fields, T> build) : TypedShape<T>
{
    private readonly Dictionary<string, Key> _byName = keys.ToDictionary(key => key.Name, StringComparer.Ordinal);

    public IReadOnlyList<KeyRule> Rules { get; init; } = [];

    /// <summary>Checks beyond the rules; called even when keys had mistakes, which then have no value.</summary>
    public Action<Fields>? Check { get; init; }

    /// <summary>True when nothing may stand for an object without keys.</summary>
    public bool MayBeNothing { get; init; }

    public override string Expected => $"{Wording.A(name)} (a map {(keys.Count <= 6 ? $"with {string.Join(", ", KnownKeys)}" : "of keys")})";

    public override IReadOnlyList<string> KnownKeys { get; } = [.. keys.Select(key => key.Name)];

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out T value)
    {
        if (MayBeNothing && node is ScalarNode { Kind: ScalarKind.Nothing }) node = new MapNode([], node.Place);
        if (node is not MapNode map) return Refuse(node, binding, out value);
        var before = binding.Mistakes;
        var fields = new Fields(binding, map);
        foreach (var entry in map.Entries.Where(entry => !_byName.ContainsKey(entry.Key.Text)))
            binding.Report(entry.Key.Place, $"unknown key {Wording.Quote(entry.Key.Text)} of {Wording.A(name)}{Wording.Suggest(entry.Key.Text, KnownKeys)}");
        foreach (var key in keys)
        {
            if (fields.Node(key) is { } written) binding.Under(key.Name, () => key.Bind(written, binding, fields));
            else if (key.IsRequired) binding.Report(map.Place, $"expected the key '{key.Name}', found none: {key.Description}");
        }

        foreach (var rule in Rules) rule.Check(fields);
        Check?.Invoke(fields);
        value = binding.Mistakes == before ? build(fields) : default;
        return binding.Mistakes == before;
    }

    public override Shape? Under(string key) => _byName.GetValueOrDefault(key)?.Shape;

    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Refer(name.Replace(' ', '_'), () => Inline(definitions));

    /// <summary>The schema itself, not a reference to its definition.</summary>
    public JsonObject Inline(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys) properties[key.Name] = Property(key, definitions);
        var schema = new JsonObject
        {
            ["description"] = description,
            ["type"] = MayBeNothing ? new JsonArray("object", "null") : "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
        };
        var required = keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        if (Rules.Count > 0) schema["allOf"] = new JsonArray([.. Rules.Select(rule => (JsonNode)rule.Schema())]);
        return schema;
    }

    private static JsonObject Property(Key key, SchemaDefinitions definitions)
    {
        var schema = key.Shape.Schema(definitions);
        schema["description"] = key.Description;
        if (key.ShownDefault is { } value) schema["default"] = value;
        return schema;
    }
}
