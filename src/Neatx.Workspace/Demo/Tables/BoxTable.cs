using System.Globalization;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>BBox_List_2017.csv: a box a row; its header names three columns and leaves three cells blank, as published.</summary>
internal sealed class BoxTable(NihArchive archive, IReadOnlyList<NihBox> boxes) : DemoTable
{
    public override string FileName => DemoFiles.Boxes;

    protected override void WriteRows(CsvText csv)
    {
        csv.Line("Image Index,Finding Label,Bbox [x,y,w,h],,,");
        foreach (var box in boxes)
            csv.Row(NihArchive.NameOf(archive.Population.Images[box.Image]), box.Finding, Pixels(box.X), Pixels(box.Y), Pixels(box.Width), Pixels(box.Height));
    }

    private static string Pixels(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
