using System.Globalization;
using Neatx.Core.Labels;

namespace Neatx.Core.Campaign;

/// <summary>Which values answers may have.</summary>
internal static class ValueRules
{
    private const int LongestNote = 2000;
    private const int LongestWindow = 64;

    /// <summary>What is wrong with the fields that say how an event came about, or null.</summary>
    public static Refusal? CheckSurroundings(EventRequest request)
    {
        if (request.DwellMs < 0) return Bad("A time of looking is not negative.");
        if (request.ClientSequence < 0) return Bad("A count of the browser is not negative.");
        if (request.Occurrence is < 0 or > short.MaxValue) return Bad("There is no such occurrence of an image.");
        return request.Window is not null && !IsWindow(request.Window) ? Bad("A window is 'center,width', two numbers.") : null;
    }

    /// <summary>What is wrong with an answer, or null.</summary>
    public static Refusal? CheckAnswer(CampaignPlan plan, EventRequest request)
    {
        var index = request.Finding is null ? -1 : plan.IndexOf(request.Finding);
        if (request.Finding is not null && index < 0) return Bad("The campaign does not ask for this finding.");
        var value = request.New;
        return request.Kind switch
        {
            EventKind.NoteSet when index >= 0 => Bad("A note is on the whole image, not on a finding."),
            EventKind.NoteSet => value is null || IsNote(value) ? null : Bad($"A note is text of 1 to {LongestNote} characters without control characters."),
            EventKind.RatingSet or EventKind.AdjudicationSet when index < 0 => value is null || InvalidReason.Of(value) is not null
                ? null
                : Bad($"Without a finding, a rating is INVALID with a reason: {string.Join(", ", InvalidReason.All.Select(InvalidReason.ToValue))}."),
            EventKind.RatingSet or EventKind.AdjudicationSet => value is null || IsGrade(value) ? null : Bad("A rating is one of 0, 0.25, 0.5, 0.75 and 1."),
            _ when index < 0 => Bad("A side, a line and a box are about a finding."),
            EventKind.SideSet => CheckSide(plan.Findings[index], value),
            EventKind.BoxSet => value is null || MarkShape.IsBox(value) ? null : Bad($"A box is {MarkShape.BoxWords}."),
            _ => value is null || MarkShape.IsLine(value) ? null : Bad($"A line is {MarkShape.LineWords}."),
        };
    }

    private static Refusal? CheckSide(CampaignFinding finding, string? value)
    {
        if (!finding.AsksSide) return Bad("The campaign asks for no side of this finding.");
        return Sides.TryParse(value, out _) ? null : Bad("A side is L, R or both.");
    }

    private static Refusal Bad(string reason) => new("bad_value", reason, "Reload the page; if this comes again, report it with this text.");

    /// <summary>As this program writes it, so that equal answers are equal text.</summary>
    private static bool IsGrade(string value) => Rating.TryParse(value, out var rating) && rating.IsGrade && rating.ToString() == value;

    private static bool IsWindow(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && text.Length <= LongestWindow && IsFinite(text.AsSpan(0, comma)) && IsFinite(text.AsSpan(comma + 1));
    }

    private static bool IsFinite(ReadOnlySpan<char> text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);

    private static bool IsNote(string text)
    {
        if (text.Length is 0 or > LongestNote || string.IsNullOrWhiteSpace(text)) return false;
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsControl(text[index]) && text[index] is not '\n' and not '\t') return false;
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])) index++;
            else if (char.IsSurrogate(text[index])) return false;
        }

        return true;
    }
}
