namespace Neatx.Workspace.Demo.Tables;

/// <summary>
/// The PadChest master table. One row is broken on purpose: it has a list that is not closed.
/// </summary>
internal sealed class PadChestTable(PadChestArchive archive) : DemoTable
{
    public override string FileName => DemoFiles.PadChest;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(PadChestColumns.Header);
        for (var row = 0; row < archive.Entries.Count; row++)
        {
            if (row == archive.Entries.Count / 2)
                csv.Row(PadChestColumns.Cells(row, archive.Entries[row] with { Name = "99999999999999999999_broken.png" }, "['nsg tube', 'normal"));
            var entry = archive.Entries[row];
            csv.Row(PadChestColumns.Cells(row, entry, entry.Labels is { } labels ? PadChestColumns.Literal(labels) : ""));
        }
    }
}
