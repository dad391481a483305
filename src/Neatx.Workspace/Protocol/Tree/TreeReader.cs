using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Neatx.Workspace.Protocol.Tree;

/// <summary>
/// Turns YAML into nodes that know their place. Anchors and merge keys are resolved; a duplicate key is a mistake and its first
/// value stands; nesting, and what aliases expand to, are bounded.
/// </summary>
/// <param name="place">The place to report for a position in the text.</param>
/// <param name="mistakes">Where mistakes are put.</param>
internal sealed class TreeReader(Func<Mark, SourceLocation> place, List<ProtocolMistake> mistakes)
{
    private const int MaxDepth = 64;
    private const long MaxSize = 500_000;

    private readonly Dictionary<string, Node> _anchors = new(StringComparer.Ordinal);

    /// <summary>The value the text holds; null when it holds none or is not YAML, which is then reported.</summary>
    public Node? Read(string text)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            var parser = new Parser(scanner);
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _)) return null;
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
                throw new RefusedYamlException(second.Start, "expected one YAML document, found a second; remove the line '---'");
            return root;
        }
        catch (RefusedYamlException exception)
        {
            mistakes.Add(new(place(exception.Start), exception.Message));
        }
        catch (YamlException exception)
        {
            mistakes.Add(Explain(text, exception.Start, exception.Message));
        }
        catch (InvalidOperationException)
        {
            // How YamlDotNet's scanner fails where a comment stands in place of a value in brackets.
            mistakes.Add(Explain(text, scanner.CurrentPosition, "While scanning a plain scalar, did not find expected text"));
        }

        return null;
    }

    /// <summary>The scanner reports a tab in the indentation at the value before it, in words of its own.</summary>
    private ProtocolMistake Explain(string text, Mark start, string message)
    {
        var lines = text.Split('\n');
        for (var number = (int)start.Line; number <= lines.Length; number++)
        {
            var indentation = lines[number - 1].Length - lines[number - 1].AsSpan().TrimStart(" \t").Length;
            var tab = lines[number - 1].AsSpan(0, indentation).IndexOf('\t');
            if (tab >= 0) return new(place(new Mark(0, number, tab + 1)), "expected YAML: found a tab in the indentation; indent with spaces");
            if (!message.Contains("tab", StringComparison.Ordinal)) break;
        }

        var found = lines.ElementAtOrDefault((int)start.Line - 1) ?? "";
        var context = string.IsNullOrWhiteSpace(found) ? "" : $", in {Wording.Quote(found.Trim())}";
        return new(place(start), $"expected YAML: {Wording.Shorten(message.TrimEnd('.'))}{context}");
    }

    private Node ReadNode(Parser parser, int depth)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return _anchors.TryGetValue(alias.Value.Value, out var known) ? known : throw new RefusedYamlException(
                alias.Start,
                $"expected an anchor that stands above, found {Wording.Quote(alias.Value.Value)}{Wording.Suggest(alias.Value.Value, _anchors.Keys)}");
        }

        if (parser.Current is not NodeEvent start) throw new RefusedYamlException(parser.Current!.Start, "expected YAML: a key without a value");
        if (depth > MaxDepth) throw new RefusedYamlException(start.Start, $"expected at most {MaxDepth} levels of nesting, found more");
        Node node = start switch
        {
            Scalar => ReadScalar(parser.Consume<Scalar>()),
            SequenceStart => ReadList(parser, depth),
            _ => ReadMap(parser, depth),
        };
        if (node.Size > MaxSize)
            throw new RefusedYamlException(start.Start, $"expected at most {MaxSize} values with aliases expanded, found more");
        if (!start.Anchor.IsEmpty) _anchors[start.Anchor.Value] = node;
        return node;
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        var isText = !scalar.Tag.IsEmpty && (scalar.Tag.IsNonSpecific || scalar.Tag.Value == "tag:yaml.org,2002:str");
        if (!isText) RefuseTag(scalar);
        return new(scalar.Value, isText || scalar.Style != ScalarStyle.Plain, place(scalar.Start));
    }

    private ListNode ReadList(Parser parser, int depth)
    {
        var start = parser.Consume<SequenceStart>();
        RefuseTag(start);
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(ReadNode(parser, depth + 1));
        return new(items, place(start.Start));
    }

    private MapNode ReadMap(Parser parser, int depth)
    {
        var start = parser.Consume<MappingStart>();
        RefuseTag(start);
        var entries = new List<MapEntry>();
        var merged = new List<Node>();
        var keys = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!;
            if (ReadNode(parser, depth + 1) is not ScalarNode key)
                throw new RefusedYamlException(at.Start, "expected a key that is text, found a list or a map");
            var value = ReadNode(parser, depth + 1);
            if (key.Text == "<<" && at is Scalar { Style: ScalarStyle.Plain }) merged.Add(value);
            else if (keys.TryAdd(key.Text, key)) entries.Add(new(key, value));
            else mistakes.Add(new(place(at.Start), $"the key {Wording.Quote(key.Text)} stands here twice, first at {keys[key.Text].Place}; remove or rename one"));
        }

        foreach (var value in merged) Merge(value, entries, keys);
        return new(entries, place(start.Start));
    }

    private void Merge(Node value, List<MapEntry> entries, Dictionary<string, ScalarNode> keys)
    {
        foreach (var source in value is ListNode list ? list.Items : [value])
        {
            if (source is MapNode map) entries.AddRange(map.Entries.Where(entry => keys.TryAdd(entry.Key.Text, entry.Key)));
            else mistakes.Add(new(source.Place, $"expected a map to merge with '<<', found {source.Found}"));
        }
    }

    private static void RefuseTag(NodeEvent node)
    {
        if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            throw new RefusedYamlException(node.Start, $"expected a value without a YAML tag, found '{Wording.Shorten(node.Tag.Value)}'");
    }
}
