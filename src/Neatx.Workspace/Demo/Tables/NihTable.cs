namespace Neatx.Workspace.Demo.Tables;

/// <summary>Data_Entry_2017_v2020.csv: one row an image, the corrected labels. Three rows are broken on purpose: an age in words, a row cut short, an image listed twice.</summary>
internal sealed class NihTable(NihArchive archive) : DemoTable
{
    public override string FileName => DemoFiles.Nih;

    protected override void WriteRows(CsvText csv)
    {
        csv.Line(NihColumns.Header);
        var images = archive.Population.Images;
        for (var image = 0; image < images.Count; image++)
        {
            if (image == images.Count / 4) csv.Row("99999991_000.png", "No Finding", "0", "99999991", "forty", "F", "PA", "2500", "2048", "0.168", "0.168");
            if (image == images.Count / 2) csv.Row("99999992_000.png", "Effusion", "0");
            csv.Row(NihColumns.Cells(images[image], archive.LabelsOf(image)));
        }

        csv.Row(NihColumns.Cells(images[0], archive.LabelsOf(0)));
    }
}
