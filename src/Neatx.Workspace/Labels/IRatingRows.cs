using Neatx.Workspace.Catalog;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Reads the rows of a ratings table in one of its shapes into the temporary table "read".</summary>
internal interface IRatingRows : ITableSink, IDisposable
{
    /// <summary>The raters: as the mapping lists them, or in the order they appear.</summary>
    IReadOnlyList<string> Raters { get; }

    /// <summary>Makes all rows visible.</summary>
    void Close();

    /// <summary>Sets rows aside that repeat an image of a rater.</summary>
    void SetDuplicatesAside(TableSession session, TableReader reader);

    /// <summary>The findings, in vocabulary order.</summary>
    IReadOnlyList<string> Findings(TableSession session);

    /// <summary>The ratings as a query: row, image, patient, rater_number, rater, then the code of each finding, then the kept columns.</summary>
    string Select(IReadOnlyList<string> findings);
}
