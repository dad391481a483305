using Neatx.Core.Campaign;
using Neatx.Core.Labels;

namespace Neatx.Web.Api;

/// <summary>What somebody answered on one film. Findings without an answer are absent.</summary>
/// <param name="Grades">Finding to "0", "0.25", "0.5", "0.75" or "1".</param>
/// <param name="Sides">Finding to "L", "R" or "both".</param>
/// <param name="Invalid">Why the film is unfit, or null.</param>
/// <param name="Note">Free text, or null. Text, never HTML.</param>
/// <param name="Lines">Finding to JSON [[x, y], ...].</param>
/// <param name="Boxes">Finding to JSON [left, top, right, bottom].</param>
public sealed record Answers(
    IReadOnlyDictionary<string, string> Grades,
    IReadOnlyDictionary<string, string> Sides,
    string? Invalid,
    string? Note,
    IReadOnlyDictionary<string, string> Lines,
    IReadOnlyDictionary<string, string> Boxes)
{
    internal static Answers Of(Assignment assignment, CampaignPlan plan)
    {
        var (grades, sides, lines, boxes) = (New(), New(), New(), New());
        for (var index = 0; index < plan.Findings.Count; index++)
        {
            var name = plan.Findings[index].Name;
            if (assignment.Grades[index] != 0) grades.Add(name, Rating.OfCode(assignment.Grades[index]).ToString());
            if (assignment.SideOf(index).Word() is { } side) sides.Add(name, side);
            if (assignment.LineOf(index) is { } line) lines.Add(name, line);
            if (assignment.BoxOf(index) is { } box) boxes.Add(name, box);
        }

        return new(grades, sides, assignment.Invalid, assignment.Note, lines, boxes);
    }

    /// <summary>What an adjudicator decided; nothing where there is no decision.</summary>
    internal static Answers Of(AdjudicatedAnswers? decided, CampaignPlan plan)
    {
        var grades = New();
        for (var index = 0; index < plan.Findings.Count && decided is not null; index++)
            if (decided.Grades[index] != 0) grades.Add(plan.Findings[index].Name, Rating.OfCode(decided.Grades[index]).ToString());
        return new(grades, New(), decided?.Invalid, null, New(), New());
    }

    private static Dictionary<string, string> New() => new(StringComparer.Ordinal);
}
