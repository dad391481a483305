using Neatx.Workspace.Catalog;

namespace Neatx.Workspace.Labels;

/// <summary>The columns of one rater in a ratings table, or of every rater when a column names them: findings, then kept columns.</summary>
internal sealed class RaterColumns
{
    private const string Placeholder = "{rater}";
    private readonly string[] names;
    private readonly int[] columns;

    /// <param name="findings">Finding to column, in order.</param>
    /// <param name="kept">The further columns.</param>
    /// <param name="rater">The rater to put for "{rater}" in column names, or null.</param>
    public RaterColumns(IReadOnlyList<KeyValuePair<string, string>> findings, IReadOnlyList<(string Name, string Column)> kept, string? rater)
    {
        names = [.. findings.Select(finding => finding.Value).Concat(kept.Select(column => column.Column))
            .Select(column => rater is null ? column : column.Replace(Placeholder, rater, StringComparison.Ordinal))];
        columns = new int[names.Length];
    }

    /// <summary>The index in the file of the i-th column.</summary>
    public int this[int index] => columns[index];

    public void Bind(CsvHeader header)
    {
        for (var i = 0; i < names.Length; i++) columns[i] = header.Find(names[i]);
    }
}
