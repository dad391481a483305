namespace Neatx.Workspace.Report.Prose;

/// <summary>The few rules of English that sentences made from numbers need.</summary>
public static class English
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>"no image", "one image", "three images", "1 011 images": numbers below ten are words, as in running text.</summary>
    public static string Number(long count, string singular, string? plural = null) =>
        $"{Number(count)} {Noun(count, singular, plural)}";

    /// <summary>"1 image", "3 images": digits, as where several counts are set side by side.</summary>
    public static string Count(long count, string singular, string? plural = null) => $"{Numbers.Count(count)} {Noun(count, singular, plural)}";

    /// <summary>The word "no" to "nine", or digits.</summary>
    public static string Number(long count) => count is >= 0 and < 10 ? Small[count] : Numbers.Count(count);

    /// <summary>"4 376 images of 2 018 patients", or without patients where none are named.</summary>
    public static string Size(long images, long? patients) =>
        Count(images, "image") + (patients is { } known ? $" of {Count(known, "patient")}" : "");

    /// <summary>"three rows were", "one row was": number, noun and verb of the past.</summary>
    public static string Were(long count, string singular) => $"{Number(count, singular)} {Verb(count, "was", "were")}";

    /// <summary>The noun as the count wants it; the plural adds an s unless stated.</summary>
    public static string Noun(long count, string singular, string? plural = null) => count == 1 ? singular : plural ?? singular + "s";

    /// <summary>The verb as the count wants it: one differs, two differ.</summary>
    public static string Verb(long count, string singular, string plural) => count == 1 ? singular : plural;

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items, string conjunction = "and") => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} {conjunction} {items[^1]}",
    };

    /// <summary>The text with its first letter as a capital.</summary>
    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The sentence with its first letter as a capital and a full stop at its end.</summary>
    public static string Sentence(string text)
    {
        if (text.Length == 0) return "";
        var capital = Capital(text);
        return capital[^1] is '.' or '!' or '?' ? capital : capital + ".";
    }
}
