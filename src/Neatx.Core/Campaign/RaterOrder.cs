using System.Security.Cryptography;
using System.Text;

namespace Neatx.Core.Campaign;

/// <summary>
/// The order in which a rater comes to the images of a pool. It follows from the plan's seed and, unless the order is shared, from the rater's
/// pseudonym. Each lot of added images has an order of its own, so that what comes later never moves what came before.
/// </summary>
internal static class RaterOrder
{
    /// <summary>Places from one on, each with its image.</summary>
    public static IEnumerable<(int Place, int Image)> From(CampaignState state, RaterState rater, ImagePool pool, int from)
    {
        var start = 0;
        foreach (var lot in state.Added.Where(added => added.Pool == pool))
        {
            var order = Of(state, rater, lot);
            for (var place = Math.Max(from, start); place < start + lot.Count; place++) yield return (place, lot.First + order[place - start]);
            start += lot.Count;
        }
    }

    /// <summary>The place of an image in its pool.</summary>
    public static int PlaceOf(CampaignState state, RaterState rater, int image)
    {
        var pool = state.PoolOf(image);
        var start = 0;
        foreach (var lot in state.Added.Where(added => added.Pool == pool))
        {
            if (image >= lot.First && image < lot.First + lot.Count) return start + Of(state, rater, lot).PlaceOf(image - lot.First);
            start += lot.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(image), image, "There is no such image.");
    }

    /// <summary>A number of the rater's own.</summary>
    public static ulong KeyOf(RaterState rater) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(rater.Pseudonym)));

    private static SeededOrder Of(CampaignState state, RaterState rater, AddedImages lot) =>
        new(lot.Count, state.Plan!.Seed ^ (state.Plan.SharedOrder ? 0 : KeyOf(rater)), (ulong)lot.First);
}
