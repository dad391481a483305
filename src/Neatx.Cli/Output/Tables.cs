using Spectre.Console;

namespace Neatx.Cli.Output;

/// <summary>Tables without lines, text to the left and numbers to the right.</summary>
internal static class Tables
{
    /// <summary>A table with these column heads; those that begin with "&gt;" are aligned to the right.</summary>
    public static Table Of(params ReadOnlySpan<string> heads)
    {
        var table = new Table().NoBorder();
        foreach (var head in heads)
        {
            var isRight = head.StartsWith('>');
            var column = new TableColumn(new Text(isRight ? head[1..] : head, new Style(decoration: Decoration.Dim))) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) };
            if (isRight) column.RightAligned();
            table.AddColumn(column);
        }

        return table;
    }

    /// <summary>Adds a row of plain text.</summary>
    public static void Add(Table table, params ReadOnlySpan<string> cells)
    {
        var row = new Text[cells.Length];
        for (var index = 0; index < row.Length; index++) row[index] = new Text(cells[index]);
        table.AddRow(row);
    }
}
