using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Neatx.Workspace.Protocol.Tree;

namespace Neatx.Workspace.Protocol.Shapes;

/// <summary>A name that is given here: a plain word, as it becomes a file name and a column in SQL.</summary>
/// <param name="marks">The characters allowed beside lower-case letters and digits; '-' last, as it stands in a regular expression.</param>
internal sealed class NameShape(string marks) : TypedShape<string>
{
    private const int Longest = 64;

    /// <summary>A name: lower-case letters, digits, '_' and '-', starting with a letter.</summary>
    public static NameShape Plain { get; } = new("_-");

    /// <summary>A name that predicates in SQL use unquoted.</summary>
    public static NameShape Column { get; } = new("_");

    /// <summary>A name in which dots group: "fig3.cxr14-bbox".</summary>
    public static NameShape Dotted { get; } = new("_.-");

    public override string Expected => $"a name (lower-case letters, digits and any of '{marks}', a letter first, at most {Longest})";

    public override bool TryBind(Node node, Binding binding, [MaybeNullWhen(false)] out string value)
    {
        value = null;
        if (node is not ScalarNode scalar || !IsName(scalar.Text)) return Refuse(node, binding, out value);
        value = scalar.Text;
        return true;
    }

    public override JsonNode? Show(string value) => value;

    public override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = "string",
        ["pattern"] = $"^[a-z][a-z0-9{marks}]*$",
        ["maxLength"] = Longest,
    };

    private bool IsName(string text) => text.Length is > 0 and <= Longest
        && char.IsAsciiLetterLower(text[0])
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || marks.Contains(letter, StringComparison.Ordinal));
}
