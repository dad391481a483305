namespace Neatx.Workspace.Demo.Tables;

/// <summary>The panel's readers one by one: a row an image and reader; "Abnormal" is 0 or 1 here, as published.</summary>
internal sealed class PanelReaderTable(NihReview review) : DemoTable
{
    public override string FileName => DemoFiles.PanelReaders;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(["Image ID", "Patient ID", "Reader ID", .. PanelColumns.Names]);
        for (var position = 0; position < NihReview.SixteenFindingImages; position++)
        {
            for (var reader = 0; reader < NihReview.Readers.Count; reader++)
            {
                var seen = Enumerable.Range(0, NihReview.PanelFindings).Select(finding => review.Read(reader, position, finding)).ToArray();
                csv.Row([.. PanelColumns.Keys(review, position), NihReview.Readers[reader], seen.Contains(true) ? "1" : "0", .. seen.Select(YesNo)]);
            }
        }
    }
}
