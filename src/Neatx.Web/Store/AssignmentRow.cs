using System.Globalization;
using System.Text;
using System.Text.Json;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>
/// An assignment as a row. Grades and sides hold one character a finding: the code of the rating (0 missing, 2 to 6 the grades) and of the side.
/// Marks are lines and boxes as one JSON object.
/// </summary>
internal sealed record AssignmentRow(
    string Rater,
    int Image,
    int Occurrence,
    int Position,
    DateTimeOffset LeasedUntil,
    long CompletedAt,
    DateTimeOffset CompletedTime,
    string? Invalid,
    string Grades,
    string Sides,
    string? Note,
    string? Marks)
{
    public static AssignmentRow Of(Assignment assignment, CampaignPlan plan)
    {
        var grades = new StringBuilder();
        var sides = new StringBuilder();
        SortedDictionary<string, string>? marks = null;
        for (var finding = 0; finding < plan.Findings.Count; finding++)
        {
            grades.Append(assignment.Grades[finding].ToString(CultureInfo.InvariantCulture));
            sides.Append(((byte)assignment.SideOf(finding)).ToString(CultureInfo.InvariantCulture));
            Mark("line", assignment.LineOf(finding), finding);
            Mark("box", assignment.BoxOf(finding), finding);
        }

        return new(
            assignment.Rater.User,
            assignment.Image,
            assignment.Occurrence,
            assignment.Position,
            assignment.LeasedUntil,
            assignment.CompletedAt,
            assignment.IsCompleted ? assignment.CompletedTime : DateTimeOffset.UnixEpoch,
            assignment.Invalid,
            grades.ToString(),
            sides.ToString(),
            assignment.Note,
            marks is null ? null : JsonSerializer.Serialize(marks, StoreJson.Default.SortedDictionaryStringString));

        void Mark(string kind, string? value, int finding)
        {
            if (value is not null) (marks ??= new(StringComparer.Ordinal))[$"{kind}:{plan.Findings[finding].Name}"] = value;
        }
    }

    /// <summary>The row of an image that is only reserved.</summary>
    public static AssignmentRow Blank(AssignmentRow row, CampaignPlan plan)
    {
        var zeros = new string('0', plan.Findings.Count);
        return row with { CompletedAt = 0, CompletedTime = DateTimeOffset.UnixEpoch, Invalid = null, Grades = zeros, Sides = zeros, Note = null, Marks = null };
    }

    /// <summary>Whether two rows hold the same answers; reservations and places are not in the log.</summary>
    public bool HasAnswersOf(AssignmentRow other) =>
        this with { Position = other.Position, LeasedUntil = other.LeasedUntil } == other;
}
