using Neatx.Workspace.Demo.Films;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>Two raters' certainties of the four tubes on every film of a phantom set, in the form of the NEATX sheet.</summary>
internal sealed class FilmRatingSheet(PhantomStudy study) : DemoTable
{
    public override string FileName => DemoFiles.Ratings;

    protected override void WriteRows(CsvText csv)
    {
        csv.Row(RatingSheetCells.Header);
        for (var image = 0; image < study.Names.Count; image++)
        {
            var position = image;
            csv.Row(RatingSheetCells.Of(image, 0, study.Names[image], (tube, rater) => study.RatingOf(tube, rater, position)));
        }
    }
}
