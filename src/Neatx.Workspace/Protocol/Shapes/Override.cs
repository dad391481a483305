using System.Globalization;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>One --set: a value put into the tree at a path.</summary>
internal sealed class Override
{
    private readonly SourceLocation _place;
    private readonly string[] _path;
    private readonly Node _value;
    private readonly List<ProtocolMistake> _mistakes;

    private Override(SourceLocation place, string[] path, Node value, List<ProtocolMistake> mistakes) =>
        (_place, _path, _value, _mistakes) = (place, path, value, mistakes);

    /// <summary>Puts the value of "key=value" into the tree; on a mistake the tree stays as it is.</summary>
    public static Node Apply(Node root, Shape language, string text, List<ProtocolMistake> mistakes)
    {
        var place = new SourceLocation($"--set {Wording.Shorten(text)}", 0, 0);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            mistakes.Add(new(place, "expected key=value, for instance agreement.resamples=100"));
            return root;
        }

        var before = mistakes.Count;
        var value = new TreeReader(_ => place, mistakes).Read(text[(equals + 1)..]) ?? new ScalarNode("", quoted: false, place);
        if (mistakes.Count > before) return root;
        return new Override(place, text[..equals].Trim().Split('.'), value, mistakes).Put(root, language, 0) ?? root;
    }

    /// <summary>The node with the value put in below it, from the part of the path at <paramref name="depth"/> on; null after a mistake.</summary>
    private Node? Put(Node? node, Shape? shape, int depth)
    {
        if (depth == _path.Length) return _value;
        return node switch
        {
            ListNode list => PutInList(list, shape, depth),
            MapNode map => PutInMap(map, shape, depth),
            ScalarNode { Kind: not ScalarKind.Nothing } => Refuse(depth, $"expected a key that has parts, found {node.Found} there"),
            _ => PutInMap(new([], _place), shape, depth),
        };
    }

    private ListNode? PutInList(ListNode list, Shape? shape, int depth)
    {
        var names = list.Items.Select(NameOf).ToList();
        if (!int.TryParse(_path[depth], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            index = names.IndexOf(_path[depth]);
        if (index < 0 || index >= list.Items.Count)
        {
            Refuse(depth, $"expected an index below {list.Items.Count} or the name of an item{Wording.Suggest(_path[depth], [.. names.OfType<string>()])}");
            return null;
        }

        return Put(list.Items[index], shape?.Under(_path[depth]), depth + 1) is { } item ? list.With(index, item) : null;
    }

    /// <summary>A key may itself hold dots, as the ids of claims do: the longest key that is there wins.</summary>
    private MapNode? PutInMap(MapNode map, Shape? shape, int depth)
    {
        for (var count = _path.Length - depth; count > 0; count--)
        {
            var key = string.Join('.', _path, depth, count);
            if (map.Find(key) is { } entry)
                return Put(entry.Value, shape?.Under(key), depth + count) is { } changed ? map.With(entry with { Value = changed }) : null;
        }

        var isKnown = shape?.KnownKeys.Contains(_path[depth], StringComparer.Ordinal) ?? false;
        if (isKnown || (depth == _path.Length - 1 && shape?.KnownKeys is []))
            return Put(null, shape?.Under(_path[depth]), depth + 1) is { } made ? map.With(new(new(_path[depth], quoted: true, _place), made)) : null;
        Refuse(depth, $"unknown key {Wording.Quote(_path[depth])}{Wording.Suggest(_path[depth], [.. map.Entries.Select(entry => entry.Key.Text).Union(shape?.KnownKeys ?? [], StringComparer.Ordinal)])}");
        return null;
    }

    private static string? NameOf(Node item) => (item as MapNode)?.Find("name")?.Value is ScalarNode name ? name.Text : null;

    private Node? Refuse(int depth, string message)
    {
        _mistakes.Add(new(_place, depth == 0 ? message : $"{string.Join('.', _path, 0, depth)}: {message}"));
        return null;
    }
}
