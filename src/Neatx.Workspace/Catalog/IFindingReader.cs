namespace Neatx.Workspace.Catalog;

/// <summary>Finds out which findings a row of a dataset states.</summary>
internal interface IFindingReader
{
    /// <summary>Finds its columns.</summary>
    void Bind(CsvHeader header);

    /// <summary>The row's list in <see cref="FindingLists"/>; notes a problem and returns false when the row cannot be read.</summary>
    bool TryRead(TableRow row, out int list);
}
