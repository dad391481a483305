using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A key of an <see cref="ObjectShape{T}"/>.</summary>
internal abstract class Key(string name, bool isRequired, string description)
{
    public string Name { get; } = name;

    public bool IsRequired { get; } = isRequired;

    /// <summary>One sentence for editors.</summary>
    public string Description { get; } = description;

    public abstract Shape Shape { get; }

    /// <summary>The default as JSON, or null when there is none to show.</summary>
    public abstract JsonNode? ShownDefault { get; }

    /// <summary>A key that must be there.</summary>
    public static TypedKey<T> Required<T>(string name, TypedShape<T> shape, string description) =>
        new(name, shape, isRequired: true, hasDefault: false, default, description);

    /// <summary>A key that may be left out, and then has this value.</summary>
    public static TypedKey<T> Defaulted<T>(string name, TypedShape<T> shape, T value, string description) =>
        new(name, shape, isRequired: false, hasDefault: true, value, description);

    /// <summary>A key that may be left out; see <see cref="Fields.Find{T}"/>.</summary>
    public static TypedKey<T> Optional<T>(string name, TypedShape<T> shape, string description) =>
        new(name, shape, isRequired: false, hasDefault: false, default, description);

    /// <summary>Binds the value that stands under this key, if it can be.</summary>
    public abstract void Bind(Node node, Binding binding, Fields fields);
}
