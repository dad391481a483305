using Neatx.Core.Campaign;

namespace Neatx.Web.Figures;

/// <summary>Shares disagreements out among adjudicators: for some minutes nobody else is given a film that somebody has. Used under the store's lock.</summary>
internal sealed class AdjudicationDesk(TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);
    private readonly Dictionary<int, (string User, DateTimeOffset Until)> _taken = [];

    /// <param name="state">The campaign.</param>
    /// <param name="user">The adjudicator.</param>
    /// <param name="images">In disagreement.</param>
    /// <param name="count">The most to give.</param>
    /// <returns>How many are not decided, and those given.</returns>
    public (int Left, IReadOnlyList<int> Images) Take(CampaignState state, string user, IReadOnlyList<int> images, int count)
    {
        var now = clock.GetUtcNow();
        var given = new List<int>();
        var left = 0;
        foreach (var image in images)
        {
            if (Disagreement.IsDecided(state, image) || state.AssignmentsOf(image).Any(each => each.Rater.User == user)) continue;
            left++;
            if (given.Count == count || (_taken.TryGetValue(image, out var taken) && taken.User != user && taken.Until > now && taken.Until <= now + Lease)) continue;
            _taken[image] = (user, now + Lease);
            given.Add(image);
        }

        return (left, given);
    }
}
