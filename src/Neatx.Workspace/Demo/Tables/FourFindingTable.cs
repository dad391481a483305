namespace Neatx.Workspace.Demo.Tables;

/// <summary>The review of four findings: the columns of the NIH table, then YES or NO for each finding, and Windows line ends. One row is broken on purpose: it says MAYBE.</summary>
internal sealed class FourFindingTable(NihReview review) : DemoTable
{
    public override string FileName => DemoFiles.FourFindings;

    protected override string LineEnd => "\r\n";

    protected override void WriteRows(CsvText csv)
    {
        csv.Line(NihColumns.Header + ",Fracture,Pneumothorax,Airspace opacity,Nodule or mass,Set Id");
        for (var position = 0; position < review.Images.Count; position++)
        {
            if (position == review.Images.Count / 2)
                csv.Row("99999993_000.png", "No Finding", "0", "99999993", "61", "M", "AP", "2500", "2048", "0.168", "0.168", "NO", "MAYBE", "NO", "NO", "test");
            csv.Row([.. Cells(review.Images[position]), .. review.Four(position).Select(YesNo), "test"]);
        }
    }

    private string[] Cells(int image) => NihColumns.Cells(review.Archive.Population.Images[image], review.Archive.LabelsOf(image));
}
