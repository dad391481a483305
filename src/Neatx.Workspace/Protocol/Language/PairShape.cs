using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Shapes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>[a, b]: two different label sets.</summary>
internal sealed class PairShape : TypedShape<LabelSetPair>
{
    private static readonly ListShape<string> Two = new(ReferenceShape.LabelSet, least: 2, most: 2);

    public override string Expected => "two label sets, [a, b]";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out LabelSetPair value)
    {
        value = null;
        if (node is not ListNode { Items.Count: 2 }) return Refuse(node, binding, out value);
        if (!Two.TryBind(node, binding, out var names)) return false;
        if (names[0] == names[1])
        {
            binding.Report(node.Place, $"expected {Expected} that differ, found {Wording.Quote(names[0])} twice");
            return false;
        }

        value = new(names[0], names[1]);
        return true;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => Two.Schema(definitions);
}
