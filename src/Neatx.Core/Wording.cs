using System.Globalization;
using System.Text;

namespace Neatx.Core;

/// <summary>How messages quote what a file holds, and how they guess what was meant.</summary>
public static class Wording
{
    private const int Longest = 80;

    /// <summary>The text in quotes, at most 80 characters of it, control characters escaped.</summary>
    public static string Quote(string text) => $"'{Shorten(text)}'";

    /// <summary>At most 80 characters, control characters escaped.</summary>
    public static string Shorten(string text)
    {
        var kept = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)];
        var shown = new StringBuilder();
        foreach (var character in kept)
        {
            if (char.IsControl(character)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else shown.Append(character);
        }

        return kept.Length == text.Length ? shown.ToString() : shown.Append('…').ToString();
    }

    /// <summary>The words with their article: "a claim", "an image map".</summary>
    public static string A(string words) => words[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? $"an {words}" : $"a {words}";

    /// <summary>"a", "a or b", "a, b or c".</summary>
    public static string Either(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "nothing",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}",
    };

    /// <summary>"; did you mean 'x'?" for the nearest known name, or else the known names if they are few, or else nothing.</summary>
    public static string Suggest(string name, IReadOnlyCollection<string> known)
    {
        if (Nearest(name, known) is { } nearest) return $"; did you mean {Quote(nearest)}?";
        return known.Count is > 0 and <= 12 ? $"; known: {string.Join(", ", known.Select(Shorten))}" : "";
    }

    /// <summary>The text as a sentence: with a full stop unless it ends in a mark of its own.</summary>
    public static string Sentence(string text) => text[^1] is '.' or '?' or '!' ? text : text + ".";

    /// <summary>
    /// The known name within a third of its length in edits (at least one, transpositions counted once), regardless of
    /// case; the first of equals. Null when none is that near.
    /// </summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        var best = int.MaxValue;
        foreach (var candidate in known)
        {
            var allowed = Math.Max(1, Math.Max(name.Length, candidate.Length) / 3);
            if (name.Length > Longest || Math.Abs(name.Length - candidate.Length) > allowed) continue;
            var distance = Distance(name, candidate);
            if (distance > allowed || distance >= best) continue;
            (nearest, best) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Optimal string alignment distance: insertions, deletions, substitutions and exchanges of neighbours, case folded.</summary>
    private static int Distance(string left, string right)
    {
        var cost = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= right.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
