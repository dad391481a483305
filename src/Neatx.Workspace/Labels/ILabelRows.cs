using Neatx.Workspace.Catalog;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Reads the rows of a label table in one of its shapes into the temporary table "read".</summary>
internal interface ILabelRows : ITableSink, IDisposable
{
    /// <summary>The columns that no two rows may share, beside the image.</summary>
    IReadOnlyList<string> KeyBesideImage { get; }

    /// <summary>Makes all rows visible.</summary>
    void Close();

    /// <summary>True when the table could state any finding, false when it has a column for each.</summary>
    bool Open { get; }

    /// <summary>The findings with a column, or those that occur, after <see cref="Close"/>.</summary>
    IReadOnlyCollection<string> Findings(TableSession session);

    /// <summary>
    /// The labels as a query: row, image, patient, and the code of the state of each of <paramref name="findings"/>; one row an image.
    /// </summary>
    string Select(IReadOnlyList<string> findings, string unlisted);
}
