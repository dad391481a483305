using System.Data.Common;
using Neatx.Web.Store;

namespace Neatx.Web.Figures;

/// <summary>Reads what was completed, image by image, from disk: raters who rate meanwhile wait for nothing.</summary>
internal static class RatedImages
{
    private const byte Invalid = 1;

    /// <param name="reader">In a snapshot.</param>
    /// <param name="raters">User to the number of the rater; those who do not count are absent.</param>
    /// <param name="patients">Of all images.</param>
    public static IEnumerable<RatedImage> Read(CampaignReader reader, IReadOnlyDictionary<string, int> raters, PatientIndex patients)
    {
        using var select = new Statement(
            reader.Connection, null, "SELECT image, rater, occurrence, completed_at, invalid IS NULL, grades FROM assignment WHERE completed_at > 0 ORDER BY image");
        using var rows = select.Read();
        var (open, ratings) = (0, new List<CompletedRating>());
        while (rows.Read())
        {
            var image = rows.GetInt32(0);
            if (image != open)
            {
                if (ratings.Count > 0) yield return new(open, patients.PoolOf(open), patients.PatientOf(open), ratings);
                (open, ratings) = (image, []);
            }

            if (raters.TryGetValue(rows.GetString(1), out var rater)) ratings.Add(new(rater, rows.GetInt32(2), rows.GetInt64(3), Codes(rows)));
        }

        if (ratings.Count > 0) yield return new(open, patients.PoolOf(open), patients.PatientOf(open), ratings);
    }

    private static byte[] Codes(DbDataReader rows)
    {
        var grades = rows.GetString(5);
        var codes = new byte[grades.Length];
        var isFit = rows.GetBoolean(4);
        for (var index = 0; index < codes.Length; index++) codes[index] = isFit ? (byte)(grades[index] - '0') : Invalid;
        return codes;
    }
}
