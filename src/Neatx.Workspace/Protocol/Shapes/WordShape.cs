using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>One of a few words.</summary>
/// <param name="what">What the words name, for messages: "a format".</param>
/// <param name="words">The words, each with its value and a description for editors.</param>
/// <param name="refused">Words that deserve a reason when refused: word to reason.</param>
internal sealed class WordShape<T>(string what, IReadOnlyList<Word<T>> words, IReadOnlyDictionary<string, string>? refused = null) : TypedShape<T>
{
    private const int Few = 12;

    private readonly string[] _known = [.. words.Select(word => word.Text)];

    public IReadOnlyList<string> KnownWords => _known;

    public override string Expected => $"{what} ({Wording.Either(_known)})";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out T value)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Text } scalar) return Refuse(node, binding, out value);
        if (words.FirstOrDefault(word => word.Text == scalar.Text) is { } known)
        {
            value = known.Value;
            return true;
        }

        var reason = refused?.GetValueOrDefault(scalar.Text);
        var nearest = Wording.Nearest(scalar.Text, _known);
        var advice = reason is not null ? $"; {reason}" : nearest is not null ? $"; did you mean {Wording.Quote(nearest)}?" : "";
        binding.Report(node.Place, $"expected {(nearest is not null && _known.Length > Few ? what : Expected)}, found {Wording.Quote(scalar.Text)}{advice}");
        value = default;
        return false;
    }

    public override JsonNode? Show(T value) => words.FirstOrDefault(word => EqualityComparer<T>.Default.Equals(word.Value, value))?.Text;

    /// <summary>A list of constants rather than an enum, so that editors show each word's description.</summary>
    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["oneOf"] = new JsonArray([.. words.Select(word => (JsonNode)new JsonObject { ["const"] = word.Text, ["description"] = word.Description })]),
    };
}
