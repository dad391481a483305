using Neatx.Workspace.Demo.Films;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>The label table of a phantom set as NIH-CXR14 writes it: three of the fourteen pathologies, no tubes.</summary>
internal sealed class FilmNihTable(PhantomStudy study) : DemoTable
{
    public override string FileName => DemoFiles.Nih;

    protected override void WriteRows(CsvText csv)
    {
        csv.Line(NihColumns.Header);
        for (var image = 0; image < study.Names.Count; image++) csv.Row(NihColumns.Cells(study.Population.Images[image], Labels(image)));
    }

    private string Labels(int image)
    {
        var names = FilmFinding.All.Where((finding, index) => finding.Nih is not null && study.Reported(image, index)).Select(finding => finding.Nih!);
        var joined = string.Join('|', names.Order(StringComparer.Ordinal));
        return joined.Length == 0 ? "No Finding" : joined;
    }
}
