using System.Text.Json;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>The completed answers of a campaign from disk, one image and rater in memory at a time.</summary>
internal static class AnswerRows
{
    public const string ByImage = "a.image, a.rater, a.occurrence";

    /// <summary>The order in which images were completed.</summary>
    public const string ByTime = "a.completed_at";

    public static IEnumerable<ImageAnswers> Read(CampaignReader reader, CampaignOutline outline, string order)
    {
        using var select = new Statement(
            reader.Connection,
            null,
            "SELECT i.dataset, i.name, i.patient, i.folder, i.pool, a.rater, a.occurrence, a.invalid, a.grades, a.sides, a.note, a.marks "
                + $"FROM assignment a JOIN image i ON i.number = a.image WHERE a.completed_at > 0 ORDER BY {order}");
        using var rows = select.Read();
        while (rows.Read())
        {
            yield return new ImageAnswers
            {
                Dataset = rows.GetString(0),
                Image = rows.GetString(1),
                Patient = rows.GetString(2),
                Folder = Rows.Text(rows, 3),
                Pool = (ImagePool)rows.GetInt32(4),
                Rater = outline.PseudonymOf(rows.GetString(5)),
                Occurrence = rows.GetInt32(6),
                Invalid = Rows.Text(rows, 7),
                Grades = [.. rows.GetString(8).Select(code => Rating.OfCode((byte)(code - '0')))],
                Sides = [.. rows.GetString(9).Select(code => (Side)(code - '0'))],
                Note = Rows.Text(rows, 10),
                Marks = Rows.Text(rows, 11) is { } marks ? JsonSerializer.Deserialize(marks, StoreJson.Default.SortedDictionaryStringString)! : new SortedDictionary<string, string>(StringComparer.Ordinal),
            };
        }
    }
}
