using System.Globalization;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>
/// The table that the paper published as neatx_padchest_annotations_raw.csv: a row an image, and for each rater a column a finding and one of
/// notes. Blanks of a finding's name become '_'. It holds first ratings of images to be rated, and no sides, reasons, lines or boxes.
/// </summary>
public static class RawFormat
{
    /// <summary>Writes all completed first ratings, in the order of images.</summary>
    public static void Write(CampaignReader reader, TextWriter text)
    {
        var outline = reader.Outline();
        var findings = outline.Plan.Findings;
        text.Write(CsvText.Line(
            ["", "ImageDir", "ImageID", .. outline.Raters.SelectMany(rater => findings.Select(finding => Column(finding, rater)).Append($"Notes_{rater}"))]));
        var row = new Dictionary<string, ImageAnswers>(StringComparer.Ordinal);
        var number = 0;
        foreach (var answers in AnswerRows.Read(reader, outline, AnswerRows.ByImage).Where(each => each is { Pool: ImagePool.Main, Occurrence: 0 }))
        {
            if (row.Count > 0 && row.Values.First() is var first && (first.Dataset, first.Image) != (answers.Dataset, answers.Image)) Flush();
            row.Add(answers.Rater, answers);
        }

        if (row.Count > 0) Flush();

        void Flush()
        {
            var any = row.Values.First();
            List<string> cells = [number++.ToString(CultureInfo.InvariantCulture), any.Folder ?? "", any.Image];
            foreach (var rater in outline.Raters)
            {
                var answers = row.GetValueOrDefault(rater);
                cells.AddRange(findings.Select((_, index) => answers is null ? "" : Cell(answers[index])));
                cells.Add(answers?.Note ?? "");
            }

            text.Write(CsvText.Line([.. cells]));
            row.Clear();
        }
    }

    /// <summary>Reads such a table; its raters are those of its columns, and a rater who graded nothing on an image did not rate it.</summary>
    /// <param name="text">The table.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="plan">Whose findings it holds.</param>
    /// <param name="dataset">The dataset that its images are of.</param>
    /// <exception cref="NeatxException">A column is missing or a cell is not what it should be; the message names the place.</exception>
    public static IEnumerable<ImageAnswers> Read(TextReader text, string name, CampaignPlan plan, string dataset)
    {
        using var rows = new CsvTable(text, name, "ImageID");
        var start = Column(plan.Findings[0], "");
        var raters = rows.Header.Where(column => column.StartsWith(start, StringComparison.Ordinal)).Select(column => column[start.Length..]).ToList();
        var missing = raters.SelectMany(rater => plan.Findings.Select(finding => Column(finding, rater))).Except(rows.Header, StringComparer.Ordinal).ToList();
        if (raters.Count == 0 || missing.Count > 0)
            throw new NeatxException($"{name}:1: expected a column a finding and rater, such as {start}r1; missing: {string.Join(", ", missing.Prepend(start + "...").Take(4))}");
        while (rows.Read())
        {
            foreach (var rater in raters)
            {
                var grades = plan.Findings.Select(finding => Parse(rows, Column(finding, rater))).ToList();
                if (grades.TrueForAll(grade => grade == Rating.Missing)) continue;
                yield return new ImageAnswers
                {
                    Dataset = dataset,
                    Image = rows["ImageID"],
                    Folder = rows.Header.Contains("ImageDir", StringComparer.Ordinal) ? rows.Optional("ImageDir") : null,
                    Rater = rater,
                    Grades = [.. grades.Select(grade => grade.IsGrade ? grade : Rating.Missing)],
                    Sides = new Side[plan.Findings.Count],
                    Invalid = grades.Contains(Rating.Invalid) ? "other" : null,
                    Note = rows.Header.Contains($"Notes_{rater}", StringComparer.Ordinal) ? rows.Optional($"Notes_{rater}") : null,
                };
            }
        }
    }

    private static string Column(CampaignFinding finding, string rater) => $"{finding.Name.Replace(' ', '_')}_{rater}";

    private static string Cell(Rating rating) => rating.Certainty is { } certainty ? certainty.ToString("0.0#", CultureInfo.InvariantCulture) : rating.ToString();

    private static Rating Parse(CsvTable rows, string column) =>
        Rating.TryParse(rows[column], out var rating) ? rating : throw rows.Mistake(column, "0, 0.25, 0.5, 0.75, 1, INVALID or a blank");
}
