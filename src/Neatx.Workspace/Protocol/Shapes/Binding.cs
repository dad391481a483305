namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>What shapes share while they bind one protocol: where they are, the names met, and the mistakes found.</summary>
/// <param name="dataRoot">The folder that file names start from, absolute; null where it does not exist, and files are then not looked for.</param>
/// <param name="mistakes">Where mistakes are put.</param>
internal sealed class Binding(string? dataRoot, List<ProtocolMistake> mistakes)
{
    private readonly List<Action> _atEnd = [];
    private readonly List<string> _path = [];

    public string? DataRoot { get; } = dataRoot;

    public Names Names { get; } = new();

    /// <summary>How many mistakes there are so far.</summary>
    public int Mistakes => mistakes.Count;

    /// <summary>The keys from the top to the value being bound, as --set writes them.</summary>
    public string Path => string.Join('.', _path);

    /// <summary>The key this many levels above the value being bound; 0 is its own, and above the top there is "".</summary>
    public string Ancestor(int levels) => levels < _path.Count ? _path[^(levels + 1)] : "";

    public void Report(SourceLocation place, string message) => ReportUnder(Path, place, message);

    /// <summary>Reports for a value that is not the one being bound, in checks at the end.</summary>
    public void ReportUnder(string path, SourceLocation place, string message) =>
        mistakes.Add(new(place, path.Length == 0 ? message : $"{Wording.Shorten(path)}: {message}"));

    /// <summary>Binds what stands under a key.</summary>
    public void Under(string key, Action bind)
    {
        _path.Add(key);
        try
        {
            bind();
        }
        finally
        {
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>Declares a name and reports if it is taken.</summary>
    public void Declare(NameSpace space, string name, SourceLocation place, string? means = null)
    {
        if (Names.Declare(space, name, place, means) is { } old)
            Report(place, $"the name {Wording.Quote(name)} is taken by the {old.Space.Kind} {Wording.Quote(old.Name)} at {old.Place}; choose another");
    }

    /// <summary>Checks when all names are declared that one of these kinds has this name.</summary>
    public void Refer(SourceLocation place, string name, params NameSpace[] spaces)
    {
        var path = Path;
        AtEnd(() =>
        {
            if (Dangling(name, spaces) is { } message) ReportUnder(path, place, message);
        });
    }

    /// <summary>Runs a check when the whole protocol is bound.</summary>
    public void AtEnd(Action check) => _atEnd.Add(check);

    /// <summary>Runs the checks that waited for all names.</summary>
    public void Finish()
    {
        foreach (var check in _atEnd) check();
        _atEnd.Clear();
    }

    private string? Dangling(string name, NameSpace[] spaces)
    {
        var found = Names.Find(spaces[0], name);
        if (found is not null && spaces.Contains(found.Space) && found.Name == name) return null;
        var kinds = Wording.A(Wording.Either([.. spaces.Select(space => space.Kind)]));
        if (found is null) return $"expected the name of {kinds}, found {Wording.Quote(name)}{Wording.Suggest(name, Names.Of(spaces))}";
        return spaces.Contains(found.Space) || found.Space == NameSpace.Alias
            ? $"expected the name of {kinds}, found {Wording.Quote(name)}; write {Wording.Quote(found.Means)}"
            : $"expected the name of {kinds}, found {Wording.Quote(name)}, which is {Wording.A(found.Space.Kind)}{Wording.Suggest(name, Names.Of(spaces))}";
    }
}
