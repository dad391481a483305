using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>The values bound under the keys of one object.</summary>
/// <param name="binding">The binding under way.</param>
/// <param name="map">The object as written.</param>
internal sealed class Fields(Binding binding, MapNode map)
{
    private readonly Dictionary<Key, object?> _values = [];

    public Binding Binding { get; } = binding;

    /// <summary>The key that the object stands under: the name of a named thing.</summary>
    public string Name { get; } = binding.Ancestor(0);

    public SourceLocation Place => map.Place;

    /// <summary>True when the key is written, whether or not its value could be bound.</summary>
    public bool Has(Key key) => map.Find(key.Name) is not null;

    /// <summary>The value as written, or null.</summary>
    public Node? Node(Key key) => map.Find(key.Name)?.Value;

    /// <summary>The bound value or the default. Only for building, when all keys were bound.</summary>
    public T Get<T>(TypedKey<T> key) => _values.TryGetValue(key, out var value) ? (T)value! : key.Default!;

    /// <summary>The bound value, or else the default, or null where there is neither.</summary>
    public T? Find<T>(TypedKey<T> key)
        where T : class => _values.TryGetValue(key, out var value) ? (T?)value : key.Default;

    /// <summary>The bound value, or null.</summary>
    public T? FindValue<T>(TypedKey<T> key)
        where T : struct => _values.TryGetValue(key, out var value) ? (T?)value : null;

    public void Set<T>(TypedKey<T> key, T value) => _values[key] = value;

    /// <summary>Reports a mistake at a key's value, or at the object where the key is not written.</summary>
    public void Report(Key key, string message) =>
        Binding.Under(key.Name, () => Binding.Report(Node(key)?.Place ?? Place, message));
}
