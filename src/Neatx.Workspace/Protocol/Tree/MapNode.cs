namespace Neatx.Workspace.Protocol.Tree;

/// <summary>Keys with their values, in the order of the file; no key occurs twice.</summary>
internal sealed class MapNode : Node
{
    private readonly Dictionary<string, MapEntry> _byKey;

    public MapNode(IReadOnlyList<MapEntry> entries, SourceLocation place)
        : base(place, 1 + entries.Sum(entry => entry.Value.Size))
    {
        Entries = entries;
        _byKey = entries.ToDictionary(entry => entry.Key.Text, StringComparer.Ordinal);
    }

    public IReadOnlyList<MapEntry> Entries { get; }

    public override string Found => Entries.Count == 0 ? "an empty map" : $"a map with the key {Wording.Quote(Entries[0].Key.Text)}";

    public MapEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The same map with one key set, in its place or else at the end.</summary>
    public MapNode With(MapEntry entry) => Find(entry.Key.Text) is { } old
        ? new([.. Entries.Select(each => ReferenceEquals(each, old) ? entry : each)], Place)
        : new([.. Entries, entry], Place);
}
