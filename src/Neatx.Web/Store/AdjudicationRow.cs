using System.Globalization;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>What was decided on an image as a row: one character a finding, the code of the rating.</summary>
internal sealed record AdjudicationRow(int Image, string? Invalid, string Grades)
{
    public static AdjudicationRow Of(AdjudicatedAnswers answers, CampaignPlan plan) => new(answers.Image, answers.Invalid, GradesOf(answers, plan));

    public static string GradesOf(AdjudicatedAnswers answers, CampaignPlan plan) =>
        string.Concat(plan.Findings.Select((_, finding) => answers.Grades[finding].ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<AdjudicationRow> Read(System.Data.Common.DbConnection connection)
    {
        using var select = new Statement(connection, null, "SELECT image, invalid, grades FROM adjudication ORDER BY image");
        using var rows = select.Read();
        while (rows.Read()) yield return new(rows.GetInt32(0), Rows.Text(rows, 1), rows.GetString(2));
    }
}
