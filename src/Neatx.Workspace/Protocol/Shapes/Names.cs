namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>The names that a protocol declares.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, Declaration> _declared = new(StringComparer.Ordinal);

    /// <summary>Declares a name; returns what already holds it, or null.</summary>
    public Declaration? Declare(NameSpace space, string name, SourceLocation place, string? means = null)
    {
        var key = KeyOf(space, name);
        if (_declared.TryGetValue(key, out var old)) return old;
        _declared.Add(key, new(space, name, means ?? name, place, _declared.Count));
        return null;
    }

    /// <summary>What holds the name in the family of <paramref name="space"/>, or null.</summary>
    public Declaration? Find(NameSpace space, string name) => _declared.GetValueOrDefault(KeyOf(space, name));

    /// <summary>The names of these kinds in the order of the file.</summary>
    public IReadOnlyList<string> Of(params IReadOnlyCollection<NameSpace> spaces) =>
        [.. _declared.Values.Where(each => spaces.Contains(each.Space)).OrderBy(each => each.Order).Select(each => each.Name)];

    private static string KeyOf(NameSpace space, string name) => $"{space.Family}\n{space.Fold(name)}";
}
