using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>Puts every named column of a table into the temporary table "read" as it stands: row, line, file, c0, c1, ...</summary>
internal sealed class WholeRows(TableSession session, IReadOnlyList<string> ids) : ITableSink, IDisposable
{
    private const int First = 3;
    private ChunkAppender? appender;
    private string[] names = [];
    private int[] columns = [];
    private bool[] numeric = [];

    /// <summary>The named columns, in the order of the first file.</summary>
    public IReadOnlyList<string> Names => names;

    public void Bind(CsvHeader header)
    {
        if (appender is null)
        {
            names = [.. header.Names.Where(name => name.Length > 0)];
            columns = new int[names.Length];
            numeric = [.. names.Select(name => !ids.Contains(name, StringComparer.OrdinalIgnoreCase))];
            session.Execute($"CREATE TEMP TABLE read (\"row\" BIGINT, line BIGINT, file INTEGER{string.Concat(names.Select((_, i) => $", c{i} VARCHAR"))})");
            appender = session.Append("read");
        }

        for (var i = 0; i < names.Length; i++) columns[i] = header.Find(names[i]);
        foreach (var id in ids) header.Find(id);
    }

    public void Accept(TableRow row)
    {
        appender!.Set(0, row.Number);
        appender.Set(1, row.Line);
        appender.Set(2, row.FileIndex);
        for (var i = 0; i < columns.Length; i++)
        {
            var text = row[columns[i]];
            appender.Set(First + i, text);
            if (!text.IsEmpty) numeric[i] &= PlainNumber.Is(text);
            else if (ids.Contains(names[i], StringComparer.OrdinalIgnoreCase))
                row.Problem("missing-id", columns[i], text, "an image id", "Give the row its id, or remove it.");
        }

        if (!row.Failed) appender.EndRow();
    }

    public void Close() => appender!.Close();

    /// <summary>The name in "read" of a column of the file.</summary>
    public string Column(string name)
    {
        var index = Array.FindIndex(names, other => other.Equals(name, StringComparison.Ordinal));
        if (index < 0) index = Array.FindIndex(names, other => other.Equals(name, StringComparison.OrdinalIgnoreCase));
        return $"c{index}";
    }

    /// <summary>The columns under the file's own names, for SELECT; those that hold numbers only as numbers.</summary>
    public string Select() => string.Join(", ", names.Select((name, i) => $"c{i}{(numeric[i] ? "::DOUBLE" : "")} AS {Sql.Name(name)}"));

    public void Dispose() => appender?.Dispose();
}
