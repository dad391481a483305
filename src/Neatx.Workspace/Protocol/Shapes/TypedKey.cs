using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A key whose value becomes a <typeparamref name="T"/>.</summary>
/// <param name="name">The key as written.</param>
/// <param name="shape">What stands under it.</param>
/// <param name="isRequired">True when it must be there.</param>
/// <param name="hasDefault">True when <paramref name="value"/> stands in for it.</param>
/// <param name="value">The default.</param>
/// <param name="description">One sentence for editors.</param>
internal sealed class TypedKey<T>(string name, TypedShape<T> shape, bool isRequired, bool hasDefault, T? value, string description)
    : Key(name, isRequired, description)
{
    public override Shape Shape => shape;

    /// <summary>The value where the key is not written.</summary>
    public T? Default { get; } = value;

    public override JsonNode? ShownDefault => hasDefault ? shape.Show(Default!) : null;

    public override void Bind(Node node, Binding binding, Fields fields)
    {
        if (shape.TryBind(node, binding, out var bound)) fields.Set(this, bound);
    }
}
