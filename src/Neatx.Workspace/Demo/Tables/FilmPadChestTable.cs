using Neatx.Workspace.Demo.Films;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>The label table of a phantom set as PadChest writes it: tubes and pathologies, by physicians or a network.</summary>
internal sealed class FilmPadChestTable(PhantomStudy study) : DemoTable
{
    public override string FileName => DemoFiles.PadChest;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(PadChestColumns.Header);
        for (var image = 0; image < study.Names.Count; image++)
        {
            var entry = Entry(image);
            csv.Row(PadChestColumns.Cells(image, entry, PadChestColumns.Literal(entry.Labels!)));
        }
    }

    private PadChestEntry Entry(int image)
    {
        var labels = FilmFinding.All.Where((_, index) => study.Reported(image, index)).Select(finding => finding.PadChest).ToList();
        return new PadChestEntry
        {
            Image = study.Population.Images[image],
            Name = study.Names[image],
            Folder = 0,
            Projection = study.Population.Images[image].AtBedside ? "AP" : "PA",
            ByPhysician = study.ByPhysician[image],
            Labels = labels.Count == 0 ? ["normal"] : labels,
        };
    }
}
