using System.Globalization;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>
/// CSV with a row for each image, rater and finding, in the order in which images were completed: what a protocol reads with
/// <c>columns: {image: image, patient: patient, rater: rater, finding_name: finding, value: rating}</c>.
/// </summary>
public static class LongFormat
{
    private static readonly string[] Columns = ["dataset", "image", "patient", "rater", "occurrence", "finding", "rating", "invalid", "side", "line", "box", "note"];

    /// <summary>Writes all completed answers but those of training and qualification, or those of them that a filter passes.</summary>
    public static void Write(CampaignReader reader, TextWriter text, Func<ImageAnswers, bool>? filter = null)
    {
        var outline = reader.Outline();
        text.Write(CsvText.Line(Columns));
        foreach (var answers in AnswerRows.Read(reader, outline, AnswerRows.ByTime))
        {
            if (answers.Pool is not (ImagePool.Main or ImagePool.Hidden) || filter?.Invoke(answers) == false) continue;
            for (var finding = 0; finding < outline.Plan.Findings.Count; finding++) text.Write(Line(answers, outline.Plan.Findings[finding].Name, finding));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; rows of one image and rater follow one another.</summary>
    /// <exception cref="NeatxException">A column is missing or a cell is not what it should be; the message names the place.</exception>
    public static IEnumerable<ImageAnswers> Read(TextReader text, string name, CampaignPlan plan)
    {
        using var rows = new CsvTable(text, name, Columns);
        ImageAnswers? open = null;
        while (rows.Read())
        {
            var occurrence = rows.Whole("occurrence");
            if (open is not null && (open.Dataset, open.Image, open.Rater, open.Occurrence) != (rows["dataset"], rows["image"], rows["rater"], occurrence))
            {
                yield return open;
                open = null;
            }

            open ??= new ImageAnswers
            {
                Dataset = rows["dataset"],
                Image = rows["image"],
                Patient = rows["patient"],
                Rater = rows["rater"],
                Occurrence = occurrence,
                Grades = new Rating[plan.Findings.Count],
                Sides = new Side[plan.Findings.Count],
                Invalid = rows.Optional("invalid"),
                Note = rows.Optional("note"),
            };
            open = With(open, rows, plan);
        }

        if (open is not null) yield return open;
    }

    private static string Line(ImageAnswers answers, string finding, int index) => CsvText.Line(
        answers.Dataset,
        answers.Image,
        answers.Patient,
        answers.Rater,
        answers.Occurrence.ToString(CultureInfo.InvariantCulture),
        finding,
        answers[index].ToString(),
        answers.Invalid ?? "",
        answers.Sides[index].Word() ?? "",
        answers.Marks.GetValueOrDefault($"line:{finding}", ""),
        answers.Marks.GetValueOrDefault($"box:{finding}", ""),
        answers.Note ?? "");

    private static ImageAnswers With(ImageAnswers open, CsvTable rows, CampaignPlan plan)
    {
        var finding = plan.IndexOf(rows["finding"]);
        if (finding < 0) throw rows.Mistake("finding", $"one of {string.Join(", ", plan.Findings.Select(each => each.Name))}");
        if (!Rating.TryParse(rows["rating"], out var rating)) throw rows.Mistake("rating", "0, 0.25, 0.5, 0.75, 1, INVALID or a blank");
        if (!Sides.TryParse(rows.Optional("side"), out var side)) throw rows.Mistake("side", "L, R, both or a blank");
        if (open.Invalid is null && rating == Rating.Invalid) open = open with { Invalid = "other" };
        Rating[] grades = [.. open.Grades];
        Side[] sides = [.. open.Sides];
        (grades[finding], sides[finding]) = (rating.IsGrade ? rating : Rating.Missing, side);
        var marks = new SortedDictionary<string, string>(open.Marks.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var mark in new[] { "line", "box" })
            if (rows.Optional(mark) is { } json) marks[$"{mark}:{rows["finding"]}"] = json;
        return open with { Grades = grades, Sides = sides, Marks = marks };
    }
}
