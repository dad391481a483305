using System.Globalization;
using System.Text.Json;

namespace Neatx.Core.Campaign;

/// <summary>What a curator may change, and to what.</summary>
internal static class PlanRules
{
    private const int LongestPseudonym = 32;

    public static Refusal? Check(CampaignState state, EventRequest request) => request.Kind switch
    {
        EventKind.CampaignOpened when state.Plan is not null => new("phase", "The campaign is open already.", "Change its plan instead."),
        EventKind.CampaignOpened or EventKind.PlanChanged => CheckPlan(state, request.New),
        EventKind.ImagesAdded => CheckImages(state, request.New),
        EventKind.RaterAdded => CheckNewRater(state, request),
        EventKind.PhaseChanged => CheckPhase(state, request),
        EventKind.CampaignFrozen => state.Phase == CampaignPhase.Adjudication
            ? null
            : new("phase", "A campaign is frozen after adjudication.", "Begin adjudication first; where nothing is to decide, freeze at once after it."),
        _ => CheckRater(state, request),
    };

    private static Refusal? CheckPlan(CampaignState state, string? json)
    {
        try
        {
            var plan = CampaignPlan.Parse(json ?? "null");
            var changed = state.Plan is { } old && !old.Findings.SequenceEqual(plan.Findings);
            return changed ? new("bad_value", "The findings of an open campaign do not change.", "Open a new campaign for other findings.") : null;
        }
        catch (JsonException error)
        {
            return new("bad_value", $"The plan cannot be used: {error.Message}", "Correct the plan.");
        }
    }

    private static Refusal? CheckImages(CampaignState state, string? json)
    {
        try
        {
            var added = JsonSerializer.Deserialize(json ?? "null", CampaignJson.Default.AddedImages);
            return added is { Count: > 0 } && added.First == state.Images + 1
                ? null
                : new("bad_value", string.Create(CultureInfo.InvariantCulture, $"New images begin with number {state.Images + 1} and are at least one."), "Import again.");
        }
        catch (JsonException error)
        {
            return new("bad_value", $"These are no images: {error.Message}", "Import again.");
        }
    }

    private static Refusal? CheckNewRater(CampaignState state, EventRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Rater) || request.Rater == CampaignActor.System.User || state.FindRater(request.Rater) is not null)
            return new("bad_value", $"'{request.Rater}' is a rater already, or no user.", "Name a user who is not yet a rater.");
        if (request.New is not { Length: > 0 and <= LongestPseudonym } pseudonym || !pseudonym.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            return new("bad_value", $"'{request.New}' is no pseudonym: 1 to {LongestPseudonym} letters, digits, '_' and '-'.", "Choose another, for instance r1.");
        return state.Raters.Any(rater => rater.Pseudonym == pseudonym)
            ? new("bad_value", $"The pseudonym '{pseudonym}' is taken.", "Choose another.")
            : null;
    }

    private static Refusal? CheckPhase(CampaignState state, EventRequest request)
    {
        if (request.Rater is null)
        {
            if (!CampaignWords.TryParse(request.New, out CampaignPhase phase) || phase == CampaignPhase.Frozen || phase == state.Phase)
                return new("bad_value", $"The campaign is in {state.Phase.Word()} and cannot go to '{request.New}'.", "Go to rating or adjudication, or freeze it.");
            return null;
        }

        if (state.FindRater(request.Rater) is not { } rater) return Unknown(request.Rater);
        return CampaignWords.TryParse(request.New, out RaterPhase next) && next != rater.Phase
            ? null
            : new("bad_value", $"{rater.Pseudonym} is in {rater.Phase.Word()} and cannot go to '{request.New}'.", "Name another phase of raters.");
    }

    private static Refusal? CheckRater(CampaignState state, EventRequest request)
    {
        if (request.Rater is null || state.FindRater(request.Rater) is not { } rater) return Unknown(request.Rater);
        return (request.Kind, rater) switch
        {
            (_, { IsDropped: true }) => new("dropped", $"{rater.Pseudonym} was dropped, which is for good.", "Add another rater."),
            (EventKind.RaterPaused, { IsPaused: true }) => new("paused", $"{rater.Pseudonym} is paused already.", "Resume the rater, or leave it so."),
            (EventKind.RaterResumed, { IsPaused: false }) => new("paused", $"{rater.Pseudonym} is not paused.", "Nothing needs to be done."),
            _ => null,
        };
    }

    private static Refusal Unknown(string? user) => new("bad_value", $"'{user}' is no rater of this campaign.", "Add the rater first.");
}
