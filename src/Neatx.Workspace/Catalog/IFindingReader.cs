namespace Neatx.Workspace.Catalog;

/// <summary>Finds out which findings a row of a dataset states.</summary>
internal interface IFindingReader
{
    /// <summary>Finds its columns.</summary>
    void Bind(CsvHeader header);

    /// <summary>The row's findings, or null when nobody labelled the image; notes a problem when the row cannot be read.</summary>
    FindingList? Read(TableRow row);
}
