using System.Security.Cryptography;
using System.Text;
using Neatx.Core.Statistics;

namespace Neatx.Core.Campaign;

/// <summary>
/// Gives raters their next images. What comes at each place of a rater's order follows from the plan's seed; an image is given only while fewer
/// raters than the overlap have rated it or have it reserved.
/// </summary>
public static class WorkAssigner
{
    private const int RepeatTries = 16;

    /// <summary>Renews the rater's open images and adds new ones, up to a number.</summary>
    /// <param name="state">Holds the reservations, which this changes.</param>
    /// <param name="rater">Who asks.</param>
    /// <param name="count">How many images the rater should then hold; at most the plan's batch.</param>
    /// <param name="now">The server's time.</param>
    public static AssignedWork Next(CampaignState state, RaterState rater, int count, DateTimeOffset now)
    {
        var plan = state.Plan!;
        if (state.Phase != CampaignPhase.Rating || rater.IsPaused || rater.IsDropped) return new([], []);
        var until = now.AddMinutes(plan.LeaseMinutes);
        var (given, released) = (new List<Assignment>(), new List<Assignment>());
        count = Math.Clamp(count, 1, plan.Batch);
        foreach (var open in rater.Open.Where(open => IsOfPhase(open, rater)).ToList())
        {
            var isMine = open.HasEvents || open.LeasedUntil > now || open.Kind != AssignmentKind.Rating;
            if (!isMine && state.HeldByOthers(open.Image, rater, now) >= plan.Overlap)
            {
                state.Release(open);
                released.Add(open);
                // It may come back when others let go of it.
                rater.Cursor = 0;
            }
            else if (given.Count < count)
            {
                open.LeasedUntil = until;
                given.Add(open);
            }
        }

        while (given.Count < count && New(state, rater, now) is var (image, occurrence)) given.Add(state.Grant(rater, image, occurrence, until));
        return new(given, released);
    }

    /// <summary>Gives a stated image to a rater, for answers that come from elsewhere; the overlap is not asked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public static Assignment Give(CampaignState state, RaterState rater, int image, int occurrence, DateTimeOffset until)
    {
        if (image < 1 || image > state.Images) throw new ArgumentOutOfRangeException(nameof(image), image, $"The campaign has images 1 to {state.Images}.");
        return state.Grant(rater, image, occurrence, until);
    }

    private static bool IsOfPhase(Assignment open, RaterState rater) => open.Kind switch
    {
        AssignmentKind.Training => rater.Phase == RaterPhase.Training && open.Occurrence == rater.Attempt,
        AssignmentKind.Qualification => rater.Phase == RaterPhase.Qualification && open.Occurrence == rater.Attempt,
        _ => rater.Phase == RaterPhase.Rating,
    };

    private static (int Image, int Occurrence)? New(CampaignState state, RaterState rater, DateTimeOffset now) => rater.Phase switch
    {
        RaterPhase.Training => OfPool(state, rater, ImagePool.Training, rater.Attempt),
        RaterPhase.Qualification => OfPool(state, rater, ImagePool.Qualification, rater.Attempt),
        RaterPhase.Rating => OfRating(state, rater, now),
        _ => null,
    };

    private static (int Image, int Occurrence)? OfRating(CampaignState state, RaterState rater, DateTimeOffset now)
    {
        var plan = state.Plan!;
        var random = new RandomStream(plan.Seed ^ KeyOf(rater), (ulong)rater.LastPosition + 1);
        var draw = random.NextDouble();
        if (draw < plan.HiddenGold && OfPool(state, rater, ImagePool.Hidden, 0) is { } gold) return gold;
        if (draw >= plan.HiddenGold && draw < plan.HiddenGold + plan.Repeats && Repeat(plan, rater, ref random) is { } repeat) return repeat;
        return OfMain(state, rater, now);
    }

    /// <summary>The next image of a pool that every rater of the campaign sees.</summary>
    private static (int Image, int Occurrence)? OfPool(CampaignState state, RaterState rater, ImagePool pool, int occurrence)
    {
        foreach (var image in InOrder(state, rater, pool, 0))
            if (rater.Find(image.Image, occurrence) is null) return (image.Image, occurrence);
        return null;
    }

    private static (int Image, int Occurrence)? OfMain(CampaignState state, RaterState rater, DateTimeOffset now)
    {
        var passed = true;
        foreach (var (place, image) in InOrder(state, rater, ImagePool.Main, rater.Cursor))
        {
            var isOwn = rater.Find(image, 0) is not null;
            if (!isOwn && state.HeldByOthers(image, rater, now) < state.Plan!.Overlap)
            {
                if (passed) rater.Cursor = place;
                return (image, 0);
            }

            // The cursor stops before an image that is only reserved: the reservation may lapse.
            passed = passed && (isOwn || state.CompletedOn(image) >= state.Plan!.Overlap);
            if (passed) rater.Cursor = place + 1;
        }

        return null;
    }

    private static (int Image, int Occurrence)? Repeat(CampaignPlan plan, RaterState rater, ref RandomStream random)
    {
        var old = rater.Assignments.Count - plan.RepeatGap;
        if (old <= 0) return null;
        for (var attempt = 0; attempt < RepeatTries; attempt++)
        {
            var candidate = rater.Assignments[random.NextInt(old)];
            if (candidate is { Kind: AssignmentKind.Rating, IsCompleted: true } && rater.Find(candidate.Image, 1) is null) return (candidate.Image, 1);
        }

        return null;
    }

    /// <summary>Each lot of added images has an order of its own, so that what comes later never moves what came before.</summary>
    private static IEnumerable<(int Place, int Image)> InOrder(CampaignState state, RaterState rater, ImagePool pool, int from)
    {
        var start = 0;
        var stream = state.Plan!.SharedOrder ? 0 : KeyOf(rater);
        foreach (var lot in state.Added.Where(added => added.Pool == pool))
        {
            var order = new SeededOrder(lot.Count, state.Plan.Seed ^ stream, (ulong)lot.First);
            for (var place = Math.Max(from, start); place < start + lot.Count; place++) yield return (place, lot.First + order[place - start]);
            start += lot.Count;
        }
    }

    private static ulong KeyOf(RaterState rater) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(rater.Pseudonym)));
}
