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
        csv.Row(["", "ImageDir", "ImageID", .. TubeRaters.Names.SelectMany(Columns)]);
        for (var position = 0; position < campaign.Images.Count; position++)
        {
            var image = campaign.Images[position];
            csv.Row([Number(position), Number(image.Folder), image.Name, .. TubeRaters.Names.SelectMany((_, rater) => Cells(rater, position))]);
        }

        csv.Row(Number(campaign.Images.Count), "0", "99999999999999999999_typo.png", "0.0", "0.6", "0.0", "0.0", "", "0.0", "0.0", "0.0", "0.0", "");
    }

    private static IEnumerable<string> Columns(string rater) => [.. Tube.All.Select(tube => $"{tube.Column}_{rater}"), $"Notes_{rater}"];

    private IEnumerable<string> Cells(int rater, int position)
    {
        var ratings = Tube.All.Select((_, tube) => campaign.RatingOf(tube, rater, position)).ToArray();
        var isUnfit = ratings.Any(rating => rating == Core.Labels.Rating.Invalid);
        return [.. ratings.Select(Text), isUnfit ? "rotated, or not a chest" : ""];
    }

    /// <summary>As pandas writes a column of floats.</summary>
    private static string Text(Core.Labels.Rating rating) => rating.Certainty?.ToString("0.0#", CultureInfo.InvariantCulture) ?? rating.ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
