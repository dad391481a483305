using Neatx.Core.Campaign;
using Neatx.Web.Security;
using Neatx.Web.Store;

namespace Neatx.Web.Films;

/// <summary>
/// The one place that turns a handle into an image. Every endpoint that names a film goes through it, so that nobody reaches what is not theirs:
/// raters what they were given, adjudicators what they did not rate themselves, once rating is over, curators and viewers all.
/// </summary>
internal sealed class FilmAccess(CampaignStore store, FilmHandles handles)
{
    /// <summary>The image behind a handle of this person, or null: then there is no such film, whatever the reason.</summary>
    public (int Image, int Occurrence)? Resolve(Caller caller, string handle)
    {
        if (!handles.TryRead(ScopeOf(caller), handle, out var image, out var occurrence)) return null;
        var isTheirs = store.Read((state, _) => caller.Role switch
        {
            CampaignRole.Rater => state.FindRater(caller.User) is { IsDropped: false } rater && rater.Find(image, occurrence) is not null,
            CampaignRole.Adjudicator => IsToDecide(state, caller, image),
            _ => image <= state.Images,
        });
        return isTheirs ? (image, occurrence) : null;
    }

    public string HandleOf(Caller caller, int image, int occurrence = 0) => handles.Of(ScopeOf(caller), image, occurrence);

    private static bool IsToDecide(CampaignState state, Caller caller, int image) =>
        state.Phase != CampaignPhase.Rating && image <= state.Images && state.PoolOf(image) == ImagePool.Main
        && state.AssignmentsOf(image).All(each => each.Rater.User != caller.User);

    private static string ScopeOf(Caller caller) => $"{(int)caller.Role} {caller.User}";
}
