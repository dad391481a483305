using Neatx.Imaging.Films;

namespace Neatx.Imaging.Dicom;

/// <summary>
/// Which way a stored film is to be turned, by Patient Orientation (0020,0020): where its rows and its columns lead. Upright, columns lead to the feet
/// and, in a frontal film, rows to the patient's left; rows that lead to the front or the back (a lateral film) are left as they are.
/// </summary>
internal static class PatientView
{
    /// <param name="orientation">Two directions, such as <c>L\F</c>; the first letter of each counts. Anything else means nothing, and the film counts as upright.</param>
    public static Orientation Of(string orientation)
    {
        var directions = orientation.Split('\\');
        if (directions.Length != 2 || directions[0].Length == 0 || directions[1].Length == 0) return default;
        var (row, column) = (directions[0][0], directions[1][0]);
        var transposed = IsVertical(row) && !IsVertical(column);
        if (transposed) (row, column) = (column, row);
        return new Orientation(transposed, row == 'R', column == 'H');
    }

    private static bool IsVertical(char direction) => direction is 'H' or 'F';
}
