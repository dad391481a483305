namespace Neatx.Workspace.Catalog;

/// <summary>Takes the rows of a table as they are read.</summary>
internal interface ITableSink
{
    /// <summary>Finds the columns in the header of the next file.</summary>
    /// <exception cref="NeatxException">A column is not there.</exception>
    void Bind(CsvHeader header);

    /// <summary>Takes a row, or notes its problems.</summary>
    void Accept(TableRow row);
}
