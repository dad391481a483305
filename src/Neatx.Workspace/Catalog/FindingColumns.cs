using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>The finding columns of a mapping by their harmonised names, in vocabulary order.</summary>
internal static class FindingColumns
{
    /// <summary>Harmonised name to column.</summary>
    /// <exception cref="NeatxException">Two names of the mapping are the same finding.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(ColumnMapping mapping, FindingVocabulary vocabulary)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (finding, column) in mapping.Findings.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var name = vocabulary.Name(finding.Trim());
            if (!columns.TryAdd(name, column))
                throw new NeatxException($"The columns '{columns[name]}' and '{column}' are both mapped to the finding '{name}'. Map one of them.");
        }

        return [.. vocabulary.Sort(columns.Keys).Select(name => KeyValuePair.Create(name, columns[name]))];
    }
}
