using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>
/// The harmonised names of findings. Names and aliases are compared without regard to case; a name that is not known keeps its own spelling,
/// that of its first occurrence.
/// </summary>
internal sealed class FindingVocabulary
{
    /// <summary>More names than any table of findings has; beyond it a column holds something else, such as report text.</summary>
    public const int MostNames = 10_000;

    private readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<string, int> order = new(StringComparer.Ordinal);

    public FindingVocabulary(IReadOnlyList<FindingDefinition> findings)
    {
        Findings = findings;
        lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var finding in findings)
        {
            order.Add(finding.Name, order.Count);
            foreach (var spelling in finding.Aliases.Prepend(finding.Name)) names[spelling.Trim()] = finding.Name;
        }
    }

    /// <summary>The findings that the protocol defines, in order.</summary>
    public IReadOnlyList<FindingDefinition> Findings { get; }

    /// <summary>The harmonised name of a name without blanks around it.</summary>
    /// <exception cref="NeatxException">There are more names than findings can have.</exception>
    public string Name(ReadOnlySpan<char> spelling)
    {
        if (lookup.TryGetValue(spelling, out var name)) return name;
        if (names.Count >= MostNames)
        {
            throw new NeatxException($"There are more than {MostNames:N0} different names of findings, the last '{spelling.Trim().ToString()}'. "
                + "Check that the column mapped to findings holds names, and the separator between them.");
        }

        name = spelling.ToString();
        names.Add(name, name);
        return name;
    }

    /// <summary>Names in the order of the vocabulary; those it does not define after it, by ordinal.</summary>
    public IReadOnlyList<string> Sort(IEnumerable<string> findings) =>
        [.. findings.Distinct(StringComparer.Ordinal)
            .OrderBy(name => order.GetValueOrDefault(name, int.MaxValue)).ThenBy(name => name, StringComparer.Ordinal)];
}
