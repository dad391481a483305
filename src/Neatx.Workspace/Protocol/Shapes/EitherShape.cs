using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A map of one shape, or else anything of another; both become the same.</summary>
internal sealed class EitherShape<TMap, TOther, T>(TypedShape<TMap> map, Func<TMap, T> fromMap, TypedShape<TOther> other, Func<TOther, T> fromOther) : TypedShape<T>
{
    public override string Expected => $"{other.Expected}, or {map.Expected}";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out T value)
    {
        if (node is MapNode)
        {
            var bound = map.TryBind(node, binding, out var keyed);
            value = bound ? fromMap(keyed!) : default;
            return bound;
        }

        if (node is ScalarNode { Kind: ScalarKind.Nothing }) return Refuse(node, binding, out value);
        var plain = other.TryBind(node, binding, out var single);
        value = plain ? fromOther(single!) : default;
        return plain;
    }

    public override Shape? Under(string key) => map.Under(key);

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["oneOf"] = new JsonArray(other.Schema(definitions), map.Schema(definitions)) };
}
