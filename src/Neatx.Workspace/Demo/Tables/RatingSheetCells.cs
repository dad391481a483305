using System.Globalization;
using Neatx.Core.Labels;

namespace Neatx.Workspace.Demo.Tables;

/// <summary>The cells of the sheet of NEATX: a nameless index, the image, then for each rater a column a tube and notes; certainties as 0.0 to 1.0, or INVALID.</summary>
internal static class RatingSheetCells
{
    public static IEnumerable<string> Header { get; } = ["", "ImageDir", "ImageID", .. TubeRaters.Names.SelectMany(Columns)];

    /// <summary>One row.</summary>
    /// <param name="position">The place in the order of rating.</param>
    /// <param name="folder">The numbered folder of the image.</param>
    /// <param name="image">The image's name.</param>
    /// <param name="rating">By index of <see cref="Tube.All"/> and of <see cref="TubeRaters.Names"/>.</param>
    public static IEnumerable<string> Of(int position, int folder, string image, Func<int, int, Rating> rating) =>
        [Number(position), Number(folder), image, .. TubeRaters.Names.SelectMany((_, rater) => Cells(rater, rating))];

    private static IEnumerable<string> Columns(string rater) => [.. Tube.All.Select(tube => $"{tube.Column}_{rater}"), $"Notes_{rater}"];

    private static IEnumerable<string> Cells(int rater, Func<int, int, Rating> rating)
    {
        var ratings = Tube.All.Select((_, tube) => rating(tube, rater)).ToArray();
        return [.. ratings.Select(Text), ratings.Any(each => each == Rating.Invalid) ? "rotated, or not a chest" : ""];
    }

    /// <summary>As pandas writes a column of floats.</summary>
    private static string Text(Rating rating) => rating.Certainty?.ToString("0.0#", CultureInfo.InvariantCulture) ?? rating.ToString();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
