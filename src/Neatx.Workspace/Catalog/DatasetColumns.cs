using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>The columns of a dataset's Parquet file, which predicates name.</summary>
internal static class DatasetColumns
{
    /// <summary>The text attributes every dataset has, with the column of the file that holds each, or null.</summary>
    public static IReadOnlyList<(string Name, string? Column)> Attributes(ColumnMapping mapping) =>
        [("image", mapping.Image), ("patient", mapping.Patient), ("study", mapping.Study), ("sex", mapping.Sex), ("view", mapping.View)];

    /// <summary>What a kept column is called in the temporary table "read", where its own name could clash.</summary>
    public static string Staged(int index) => $"k{index}";

    /// <summary>The further columns to keep, by name.</summary>
    /// <exception cref="NeatxException">One has a name that is taken.</exception>
    public static IReadOnlyList<(string Name, string Column)> Kept(ColumnMapping mapping)
    {
        var kept = new List<(string Name, string Column)>();
        foreach (var (name, column) in mapping.Keep.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (ColumnMapping.OwnColumns.Contains(name, StringComparer.OrdinalIgnoreCase) || kept.Exists(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                throw new NeatxException($"A kept column is named '{name}', which is the name of another column. Give it another name under 'keep'.");
            kept.Add((name, column));
        }

        return kept;
    }
}
