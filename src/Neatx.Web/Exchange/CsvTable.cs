using System.Globalization;
using Neatx.Workspace.Storage;

namespace Neatx.Web.Exchange;

/// <summary>The rows of a CSV file by the names of its columns; what exports made harmless for spreadsheets is read as it was.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvRows _rows;
    private readonly string _name;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <exception cref="NeatxException">There is no header, or a column is missing.</exception>
    public CsvTable(TextReader text, string name, params IReadOnlyList<string> needed)
    {
        _name = name;
        _rows = new CsvRows(text, name, new ReadLimits());
        if (!_rows.Read()) throw new NeatxException($"{name} is empty; a header was expected: {string.Join(",", needed)}");
        for (var index = 0; index < _rows.Count; index++) _columns[Cell(index)] = index;
        Header = [.. _columns.Keys];
        var missing = needed.Where(column => !_columns.ContainsKey(column)).ToList();
        if (missing.Count > 0) throw new NeatxException($"{name}:1: expected the columns {string.Join(", ", missing)}, found {string.Join(", ", Header)}.");
    }

    public IReadOnlyList<string> Header { get; }

    /// <summary>Where the row begins, from 1.</summary>
    public long Line => _rows.Line;

    /// <summary>A cell of the row, blank where the row is short.</summary>
    public string this[string column] => _columns[column] is var index && index < _rows.Count ? Cell(index) : "";

    public bool Read() => _rows.Read();

    /// <summary>A cell, or null when it is blank.</summary>
    public string? Optional(string column) => this[column] is { Length: > 0 } text ? text : null;

    public int Whole(string column) => int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Mistake(column, "a whole number");

    public NeatxException Mistake(string column, string expected) =>
        new($"{_name}:{_rows.Line}, column '{column}': expected {expected}, found '{this[column]}'. Correct the cell and import again; nothing was imported.");

    public void Dispose() => _rows.Dispose();

    private string Cell(int index) => CsvText.Plain(_rows[index]).ToString();
}
