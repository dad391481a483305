using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A list of values of one shape.</summary>
/// <param name="item">The shape of each.</param>
/// <param name="least">The fewest items.</param>
/// <param name="most">The most items.</param>
/// <param name="single">True when one value may stand without a list around it.</param>
internal sealed class ListShape<T>(TypedShape<T> item, int least = 0, int most = int.MaxValue, bool single = false) : TypedShape<IReadOnlyList<T>>
{
    public override string Expected
    {
        get
        {
            var list = (least, most) switch
            {
                (0, int.MaxValue) => "a list",
                (_, int.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"a list of at least {least}"),
                _ when least == most => string.Create(CultureInfo.InvariantCulture, $"a list of {least}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"a list of {least} to {most}"),
            };
            return single ? $"{item.Expected}, or a list" : list;
        }
    }

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        if (node is ScalarNode { Kind: not ScalarKind.Nothing } && single)
        {
            value = item.TryBind(node, binding, out var only) ? [only] : null;
            return value is not null;
        }

        if (node is not ListNode list || list.Items.Count < least || list.Items.Count > most) return Refuse(node, binding, out value);
        var values = new List<T>(list.Items.Count);
        for (var index = 0; index < list.Items.Count; index++)
        {
            var at = list.Items[index];
            binding.Under(index.ToString(CultureInfo.InvariantCulture), () =>
            {
                if (item.TryBind(at, binding, out var bound)) values.Add(bound);
            });
        }

        value = values;
        return values.Count == list.Items.Count;
    }

    public override Shape Under(string key) => item;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item.Schema(definitions) };
        if (least > 0) list["minItems"] = least;
        if (most < int.MaxValue) list["maxItems"] = most;
        return single ? new() { ["oneOf"] = new JsonArray(item.Schema(definitions), list) } : list;
    }
}
