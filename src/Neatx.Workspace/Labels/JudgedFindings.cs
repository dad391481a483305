using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Labels;

/// <summary>Which findings a label set judges, and from what: columns of its own, or others that they are derived from.</summary>
internal sealed class JudgedFindings
{
    private readonly Dictionary<string, IReadOnlyList<string>> components = new(StringComparer.Ordinal);

    private JudgedFindings()
    {
    }

    /// <summary>The findings that the table must state.</summary>
    public required IReadOnlyList<string> Stated { get; init; }

    /// <summary>The findings judged, in vocabulary order.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Decides what is judged.</summary>
    /// <param name="asked">The findings that the protocol wants, by harmonised names; empty for all.</param>
    /// <param name="stated">Those that the table has columns for, or that occur in its lists.</param>
    /// <param name="open">True for lists, which could state any finding: one that never occurs is judged too when asked for.</param>
    /// <param name="vocabulary">The definitions of derived findings.</param>
    /// <param name="place">The label set, for messages.</param>
    /// <exception cref="NeatxException">A finding is asked for that the table cannot give.</exception>
    public static JudgedFindings Decide(
        IReadOnlyList<string> asked, IReadOnlyCollection<string> stated, bool open, FindingVocabulary vocabulary, string place)
    {
        var definitions = vocabulary.Findings.Where(finding => finding.AnyOf.Count > 0)
            .ToDictionary(finding => finding.Name, finding => (IReadOnlyList<string>)[.. finding.AnyOf.Select(name => vocabulary.Name(name))], StringComparer.Ordinal);
        var own = new HashSet<string>(stated, StringComparer.Ordinal);
        var direct = new HashSet<string>(StringComparer.Ordinal);
        var judged = new HashSet<string>(StringComparer.Ordinal);
        var derived = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

        bool Take(string name)
        {
            if (own.Contains(name) || (open && !definitions.ContainsKey(name)))
            {
                direct.Add(name);
                return true;
            }

            if (derived.ContainsKey(name)) return true;
            if (!definitions.TryGetValue(name, out var parts)) return false;
            // Entered first, so that a definition in a circle ends.
            derived.Add(name, parts);
            return parts.All(Take) || !derived.Remove(name);
        }

        foreach (var name in asked.Count > 0 ? asked : [.. own])
        {
            if (!Take(name)) throw new NeatxException(Wording.Sentence($"{place} is to judge '{name}', for which its table has no column{Wording.Suggest(name, own)}"));
            judged.Add(name);
        }

        while (definitions.FirstOrDefault(pair => !own.Contains(pair.Key) && !judged.Contains(pair.Key) && pair.Value.All(judged.Contains)) is { Key: { } next })
        {
            derived[next] = definitions[next];
            judged.Add(next);
        }

        var result = new JudgedFindings { Stated = vocabulary.Sort(direct), Names = vocabulary.Sort(judged) };
        foreach (var (name, parts) in derived) result.components.Add(name, parts);
        return result;
    }

    /// <summary>The finding's state in SQL, over columns named after the findings of <see cref="Stated"/>.</summary>
    public string Sql(string finding) => components.TryGetValue(finding, out var parts) && !Stated.Contains(finding, StringComparer.Ordinal)
        ? DerivedSql.AnyOf([.. parts.Select(Sql)])
        : Storage.Sql.Name(finding);
}
