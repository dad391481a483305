namespace Neatx.Workspace.Demo.Tables;

/// <summary>An expert's reading of chest drains on images of the NIH-like archive that were labelled with a pneumothorax.</summary>
internal sealed class ExpertDrainTable(DrainExpert expert) : DemoTable
{
    public override string FileName => DemoFiles.ExpertDrains;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row("Image Index", "Patient ID", "Drain");
        foreach (var (image, drain) in expert.Readings)
            csv.Row(NihArchive.NameOf(image), NihColumns.Text(image.Patient.Number), YesNo(drain));
    }
}
