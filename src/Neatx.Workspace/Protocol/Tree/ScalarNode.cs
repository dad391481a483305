namespace Neatx.Workspace.Protocol.Tree;

/// <summary>A single value with its text as written; quoted and block scalars are always text.</summary>
internal sealed class ScalarNode(string text, bool quoted, SourceLocation place) : Node(place, 1)
{
    public string Text { get; } = text;

    public ScalarKind Kind { get; } = quoted ? ScalarKind.Text : KindOf(text);

    public override string Found => Kind switch
    {
        ScalarKind.Nothing => "nothing",
        ScalarKind.Number => $"the number {Wording.Shorten(Text)}",
        ScalarKind.Bool => Text,
        _ => $"the text {Wording.Quote(Text)}",
    };

    /// <summary>True for text that reads as a finite decimal number: digits, one point, an exponent.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        if (text is ['+' or '-', ..]) text = text[1..];
        var exponent = text.IndexOfAny('e', 'E');
        if (exponent >= 0)
        {
            var power = text[(exponent + 1)..];
            if (power is ['+' or '-', ..]) power = power[1..];
            if (power.IsEmpty || power.ContainsAnyExceptInRange('0', '9')) return false;
            text = text[..exponent];
        }

        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? [] : text[(point + 1)..];
        return whole.Length + fraction.Length > 0
            && !whole.ContainsAnyExceptInRange('0', '9')
            && !fraction.ContainsAnyExceptInRange('0', '9');
    }

    private static ScalarKind KindOf(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Nothing,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Bool,
        _ => IsNumber(text) ? ScalarKind.Number : ScalarKind.Text,
    };
}
