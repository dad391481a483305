namespace Neatx.Workspace.Demo.Tables;

/// <summary>The review of sixteen findings: YES where most of the panel's readers saw it.</summary>
internal sealed class SixteenFindingTable(NihReview review) : DemoTable
{
    public override string FileName => DemoFiles.SixteenFindings;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(["Image ID", "Patient ID", .. PanelColumns.Names]);
        for (var position = 0; position < NihReview.SixteenFindingImages; position++)
        {
            var seen = Enumerable.Range(0, NihReview.PanelFindings).Select(finding => review.Majority(position, finding)).ToArray();
            csv.Row([.. PanelColumns.Keys(review, position), YesNo(seen.Contains(true)), .. seen.Select(YesNo)]);
        }
    }
}
