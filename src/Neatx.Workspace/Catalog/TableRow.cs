using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>The data row being read, and where it stands.</summary>
internal sealed class TableRow(CsvRows rows, CsvHeader header, string file, int fileIndex, ProblemLog problems)
{
    // More than is shown; a cell may be long.
    private const int Longest = 200;

    /// <summary>Which of the table's files it is in, from 0.</summary>
    public int FileIndex => fileIndex;

    /// <summary>The row's number in the table, from 1, over all its files.</summary>
    public long Number { get; private set; }

    /// <summary>The line where it begins.</summary>
    public long Line => rows.Line;

    /// <summary>True when a problem was found, so that the row is set aside.</summary>
    public bool Failed { get; private set; }

    /// <summary>A cell without the blanks around it; valid until the next row.</summary>
    public ReadOnlySpan<char> this[int column] => rows[column].Trim();

    public void Begin(long number)
    {
        Number = number;
        Failed = false;
    }

    /// <summary>Notes what is wrong with a cell, or with the whole row when <paramref name="column"/> is null.</summary>
    public void Problem(string code, int? column, ReadOnlySpan<char> found, string expected, string nextStep)
    {
        Failed = true;
        problems.Add(new Problem(code, file, Line, column is { } index ? header.Names[index] : null, Wording.Shorten(found[..Math.Min(found.Length, Longest)].ToString()), expected, nextStep));
    }
}
