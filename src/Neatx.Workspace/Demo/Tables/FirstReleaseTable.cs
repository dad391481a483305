namespace Neatx.Workspace.Demo.Tables;

/// <summary>Data_Entry_2017.csv: the first release, with ages like 058Y, padded numbers, a trailing comma in the header and Windows line ends.</summary>
internal sealed class FirstReleaseTable(NihArchive archive) : DemoTable
{
    public override string FileName => DemoFiles.FirstRelease;

    protected override string LineEnd => "\r\n";

    protected override void WriteRows(CsvText csv)
    {
        csv.Line(NihColumns.Header + ",");
        for (var image = 0; image < archive.Population.Images.Count; image++)
            csv.Row([.. NihColumns.FirstReleaseCells(archive.Population.Images[image], archive.FirstReleaseLabelsOf(image)), ""]);
    }
}
