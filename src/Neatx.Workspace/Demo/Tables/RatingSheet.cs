using System.Globalization;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>
/// The sheet of NEATX: a nameless index, the image, then for each rater a column a tube and notes; certainties as 0.0 to 1.0, or INVALID.
/// One row is broken on purpose: it holds a certainty of 0.6.
/// </summary>
internal sealed class RatingSheet(TubeCampaign campaign) : DemoTable
{
    public override string FileName => DemoFiles.Ratings;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(RatingSheetCells.Header);
        for (var position = 0; position < campaign.Images.Count; position++)
        {
            var image = campaign.Images[position];
            csv.Row(RatingSheetCells.Of(position, image.Folder, image.Name, (tube, rater) => campaign.RatingOf(tube, rater, position)));
        }

        csv.Row(campaign.Images.Count.ToString(CultureInfo.InvariantCulture), "0", "99999999999999999999_typo.png", "0.0", "0.6", "0.0", "0.0", "", "0.0", "0.0", "0.0", "0.0", "");
    }
}
