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
            var isMine = open.HasEvents || state.IsReserved(open, now) || open.Kind != AssignmentKind.Rating;
            if (!isMine && state.HeldByOthers(open.Image, rater, now) >= plan.Overlap)
            {
                state.Release(open);
                released.Add(open);
                // It may come back when others let go of it.
                rater.Pass(RaterOrder.PlaceOf(state, rater, open.Image), open.Image);
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
        var random = new RandomStream(plan.Seed ^ RaterOrder.KeyOf(rater), (ulong)rater.LastPosition + 1);
        var draw = random.NextDouble();
        if (draw < plan.HiddenGold && OfPool(state, rater, ImagePool.Hidden, 0) is { } gold) return gold;
        if (draw >= plan.HiddenGold && draw < plan.HiddenGold + plan.Repeats && Repeat(plan, rater, ref random) is { } repeat) return repeat;
        return OfMain(state, rater, now);
    }

    /// <summary>The next image of a pool that every rater of the campaign sees.</summary>
    private static (int Image, int Occurrence)? OfPool(CampaignState state, RaterState rater, ImagePool pool, int occurrence)
    {
        foreach (var image in RaterOrder.From(state, rater, pool, 0))
            if (rater.Find(image.Image, occurrence) is null) return (image.Image, occurrence);
        return null;
    }

    /// <summary>
    /// The first image in the rater's order that is free. Every place before the cursor is settled, but for those in <see cref="RaterState.Passed"/>,
    /// which were reserved for others: so a call costs as much among hundreds of thousands of images as among a few.
    /// </summary>
    private static (int Image, int Occurrence)? OfMain(CampaignState state, RaterState rater, DateTimeOffset now)
    {
        if (OfPassed(state, rater, now) is { } passed) return passed;
        foreach (var (place, image) in RaterOrder.From(state, rater, ImagePool.Main, rater.Cursor))
        {
            rater.Advance(place + 1);
            if (IsSettled(state, rater, image)) continue;
            if (state.HeldByOthers(image, rater, now) < state.Plan!.Overlap) return (image, 0);
            rater.Pass(place, image);
        }

        return null;
    }

    /// <summary>The first of those passed whose reservation has lapsed since; what is settled is forgotten.</summary>
    private static (int Image, int Occurrence)? OfPassed(CampaignState state, RaterState rater, DateTimeOffset now)
    {
        (int Image, int Occurrence)? found = null;
        List<int> done = [];
        foreach (var (place, image) in rater.Passed)
        {
            var isSettled = IsSettled(state, rater, image);
            if (!isSettled && state.HeldByOthers(image, rater, now) >= state.Plan!.Overlap) continue;
            done.Add(place);
            if (isSettled) continue;
            found = (image, 0);
            break;
        }

        foreach (var place in done) rater.Passed.Remove(place);
        return found;
    }

    /// <summary>Whether the rater has the image, or it has all its ratings: then it comes no more, unless one is taken back.</summary>
    private static bool IsSettled(CampaignState state, RaterState rater, int image) =>
        state.CompletedOn(image) >= state.Plan!.Overlap || rater.Find(image, 0) is not null;

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
}
