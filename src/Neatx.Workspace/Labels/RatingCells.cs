using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Labels;

/// <summary>Reads the cells of a ratings table: certainties, or states by the mapping's words.</summary>
internal sealed class RatingCells(RatingsDefinition definition)
{
    private readonly StateWords? words = definition.States ? new StateWords(definition.Table.Columns) : null;

    /// <summary>The code that tables store: of a <see cref="Rating"/>, or of a <see cref="LabelState"/>. Notes a problem for anything else.</summary>
    public byte Read(TableRow row, int column)
    {
        if (words is not null)
        {
            words.TryRead(row, column, out var state);
            return (byte)state;
        }

        var text = row[column];
        if (Rating.TryParse(text, out var rating)) return rating.Code;
        row.Problem("bad-rating", column, text, "0, 0.25, 0.5, 0.75, 1, INVALID or an empty cell",
            "Correct the rating; for cells that hold words, state values: in the column mapping and states: true.");
        return Rating.Missing.Code;
    }
}
