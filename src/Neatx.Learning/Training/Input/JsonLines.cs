using System.Text.Json;

namespace Neatx.Learning.Training.Input;

/// <summary>On which line of a JSON text each of its members stands, by path: "recipe.epochs", "heads[0].findings".</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public JsonLines(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        var path = new Stack<(string Prefix, int Index)>();
        var current = "";
        var (line, counted) = (1, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += text[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    current = Join(path.Peek().Prefix, reader.GetString()!);
                    _lines.TryAdd(current, line);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.Pop();
                    break;
                default:
                    current = Element(path, current, line);
                    if (reader.TokenType == JsonTokenType.StartObject) path.Push((current, -1));
                    else if (reader.TokenType == JsonTokenType.StartArray) path.Push((current, 0));
                    break;
            }
        }
    }

    /// <summary>The line of a member, or else of the nearest one that holds it; null for the whole text.</summary>
    public int? Of(string path)
    {
        for (var place = path; place.Length > 0; place = place[..Math.Max(0, place.LastIndexOfAny(['.', '[']))])
            if (_lines.TryGetValue(place, out var line)) return line;
        return null;
    }

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : $"{prefix}.{name}";

    /// <summary>A value in an array has a path of its own; that of an object was named by its property.</summary>
    private string Element(Stack<(string Prefix, int Index)> path, string current, int line)
    {
        if (path.Count == 0 || path.Peek().Index < 0) return current;
        var (prefix, index) = path.Pop();
        path.Push((prefix, index + 1));
        var element = FormattableString.Invariant($"{prefix}[{index}]");
        _lines.TryAdd(element, line);
        return element;
    }
}
