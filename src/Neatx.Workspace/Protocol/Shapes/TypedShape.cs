using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A shape whose values become a <typeparamref name="T"/>.</summary>
internal abstract class TypedShape<T> : Shape
{
    /// <summary>Binds a value; false when it is not of this shape, and every reason was reported.</summary>
    public abstract bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out T value);

    /// <summary>A value as JSON, to show a default; null where defaults are not shown.</summary>
    public virtual JsonNode? Show(T value) => null;

    /// <summary>Reports that something else was found; for use as the result of <see cref="TryBind"/>.</summary>
    protected bool Refuse(Node node, Binding binding, [MaybeNullWhen(false)] out T value)
    {
        binding.Report(node.Place, $"expected {Expected}, found {node.Found}");
        value = default;
        return false;
    }
}
