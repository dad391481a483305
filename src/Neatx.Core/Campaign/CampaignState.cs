using System.Text.Json;

namespace Neatx.Core.Campaign;

/// <summary>
/// Where a campaign stands: the replay of its log, and what images are reserved for whom, which is not in the log.
/// Not safe for several threads.
/// </summary>
public sealed class CampaignState
{
    private readonly Dictionary<string, RaterState> _raters = new(StringComparer.Ordinal);
    private readonly List<RaterState> _order = [];
    private readonly List<AddedImages> _added = [];
    private readonly Dictionary<int, AdjudicatedAnswers> _adjudicated = [];
    private readonly List<Assignment?> _ofImage = [];
    private readonly List<int> _completedOn = [];

    /// <summary>Null before the campaign was opened.</summary>
    public CampaignPlan? Plan { get; private set; }

    public CampaignPhase Phase { get; private set; }

    public long LastSequence { get; private set; }

    public EventHash LastHash { get; private set; }

    /// <summary>The hash of all answers, once the campaign is frozen.</summary>
    public string? FrozenHash { get; private set; }

    /// <summary>How many images there are, of all pools.</summary>
    public int Images => _ofImage.Count;

    /// <summary>The images as they were added.</summary>
    public IReadOnlyList<AddedImages> Added => _added;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<RaterState> Raters => _order;

    public IReadOnlyDictionary<int, AdjudicatedAnswers> Adjudicated => _adjudicated;

    /// <summary>Which answers of two raters fell on the same images.</summary>
    public PairTallies Tallies { get; } = new();

    public RaterState? FindRater(string user) => _raters.GetValueOrDefault(user);

    /// <summary>How many images a pool has.</summary>
    public int CountOf(ImagePool pool) => _added.Where(added => added.Pool == pool).Sum(added => added.Count);

    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ImagePool PoolOf(int image) => _added.FirstOrDefault(added => image >= added.First && image < added.First + added.Count)?.Pool
        ?? throw new ArgumentOutOfRangeException(nameof(image), image, $"The campaign has images 1 to {Images}.");

    /// <summary>Who was given an image, in no particular order.</summary>
    public IEnumerable<Assignment> AssignmentsOf(int image)
    {
        for (var each = _ofImage[image - 1]; each is not null; each = each.NextOfImage) yield return each;
    }

    /// <summary>How many raters' ratings of an image count: completed, first ratings, of raters who were not dropped.</summary>
    public int CompletedOn(int image) => _completedOn[image - 1];

    /// <summary>How many raters but one have rated an image or have it reserved.</summary>
    internal int HeldByOthers(int image, RaterState rater, DateTimeOffset now)
    {
        var count = 0;
        for (var each = _ofImage[image - 1]; each is not null; each = each.NextOfImage)
            if (each.Rater != rater && each.Occurrence == 0 && !each.Rater.IsDropped && (each.IsCompleted || IsReserved(each, now))) count++;
        return count;
    }

    /// <summary>
    /// Whether a reservation holds. One for longer than the plan gives was made by a clock that was ahead and has been put back: it would hold the
    /// image for years.
    /// </summary>
    internal bool IsReserved(Assignment assignment, DateTimeOffset now) =>
        assignment.LeasedUntil > now && assignment.LeasedUntil <= now.AddMinutes(Plan!.LeaseMinutes);

    /// <summary>Takes the next event of the log.</summary>
    /// <exception cref="InvalidOperationException">No log holds it at this place.</exception>
    public void Apply(CampaignEvent next)
    {
        if (next.Kind.IsOfRating()) Apply(RatingChange.Of(next));
        else
        {
            Expect(next.Sequence);
            ApplyToCampaign(next);
            LastSequence = next.Sequence;
        }

        LastHash = next.Hash;
    }

    /// <summary>Takes the next event of the log, of a rating. Call <see cref="Seal"/> once the last event was taken.</summary>
    /// <exception cref="InvalidOperationException">No log holds it at this place.</exception>
    public void Apply(in RatingChange next)
    {
        Expect(next.Sequence);
        ApplyToImage(next);
        LastSequence = next.Sequence;
    }

    /// <summary>Tells the hash of the last event that was taken.</summary>
    public void Seal(EventHash last) => LastHash = last;

    /// <summary>Gives an image to a rater, or gives it for longer.</summary>
    internal Assignment Grant(RaterState rater, int image, int occurrence, DateTimeOffset until)
    {
        var assignment = rater.Find(image, occurrence) ?? Assign(rater, image, occurrence);
        assignment.LeasedUntil = until;
        return assignment;
    }

    /// <summary>Puts back a stored reservation, after the log was replayed. Call <see cref="Arrange"/> after the last.</summary>
    public void Restore(string user, int image, int occurrence, int position, DateTimeOffset until)
    {
        var assignment = Grant(_raters[user], image, occurrence, until);
        assignment.Position = position;
    }

    public void Arrange()
    {
        foreach (var rater in _order) rater.Arrange();
    }

    /// <summary>Takes back an image that the rater did nothing to.</summary>
    internal void Release(Assignment assignment)
    {
        assignment.Rater.Remove(assignment);
        var index = assignment.Image - 1;
        if (_ofImage[index] == assignment)
        {
            _ofImage[index] = assignment.NextOfImage;
            return;
        }

        var before = _ofImage[index];
        while (before!.NextOfImage != assignment) before = before.NextOfImage;
        before.NextOfImage = assignment.NextOfImage;
    }

    private Assignment Assign(RaterState rater, int image, int occurrence)
    {
        var assignment = new Assignment(rater, image, occurrence, PoolOf(image), Plan!.Findings.Count) { NextOfImage = _ofImage[image - 1] };
        _ofImage[image - 1] = assignment;
        rater.Add(assignment);
        return assignment;
    }

    private void Expect(long sequence)
    {
        if (sequence != LastSequence + 1) throw new InvalidOperationException($"Expected event {LastSequence + 1}, got {sequence}.");
    }

    private void ApplyToImage(in RatingChange next)
    {
        var rater = RaterOf(next.Rater, next.Sequence);
        var assignment = rater.Find(next.Image, next.Occurrence) ?? Assign(rater, next.Image, next.Occurrence);
        rater.LastSeen = next.ServerTime;
        switch (next.Kind)
        {
            case EventKind.ImageCompleted:
                assignment.Complete(next.Sequence, next.ServerTime);
                Count(rater, assignment, isCompleted: true);
                rater.DwellMs += next.DwellMs ?? 0;
                Tally(assignment, 1);
                break;
            case EventKind.ImageReopened:
                Tally(assignment, -1);
                assignment.Reopen();
                Count(rater, assignment, isCompleted: false);
                LookAgain(assignment);
                break;
            default:
                if (assignment.IsCompleted) Tally(assignment, -1);
                assignment.Set(next.Kind, IndexOf(next.Finding), next.New);
                if (assignment.IsCompleted) Tally(assignment, 1);
                break;
        }
    }

    private void ApplyToCampaign(CampaignEvent next)
    {
        switch (next.Kind)
        {
            case EventKind.CampaignOpened or EventKind.PlanChanged:
                Plan = CampaignPlan.Parse(next.New!);
                StartOver();
                break;
            case EventKind.ImagesAdded:
                var added = JsonSerializer.Deserialize(next.New!, CampaignJson.Default.AddedImages)!;
                if (added.First != Images + 1) throw new InvalidOperationException($"Expected image {Images + 1} to come next, got {added.First}.");
                _added.Add(added);
                for (var index = 0; index < added.Count; index++)
                {
                    _ofImage.Add(null);
                    _completedOn.Add(0);
                }

                break;
            case EventKind.RaterAdded:
                var rater = new RaterState(_order.Count, next.Rater!, next.New!);
                _raters.Add(rater.User, rater);
                _order.Add(rater);
                break;
            case EventKind.PhaseChanged when next.Rater is null:
                Phase = CampaignWords.ToPhase(next.New!);
                break;
            case EventKind.AdjudicationSet:
                if (!_adjudicated.TryGetValue(next.Image!.Value, out var answers)) _adjudicated.Add(next.Image.Value, answers = new(next.Image.Value, Plan!.Findings.Count));
                answers.Set(IndexOf(next.Finding), next.New);
                break;
            case EventKind.CampaignFrozen:
                (Phase, FrozenHash) = (CampaignPhase.Frozen, next.New);
                break;
            default:
                ApplyToRater(next, RaterOf(next.Rater, next.Sequence));
                break;
        }
    }

    private void ApplyToRater(CampaignEvent next, RaterState rater)
    {
        switch (next.Kind)
        {
            case EventKind.RaterPaused:
                rater.IsPaused = true;
                break;
            case EventKind.RaterResumed:
                rater.IsPaused = false;
                break;
            case EventKind.RaterDropped:
                if (!rater.IsDropped) Drop(rater);
                break;
            case EventKind.PhaseChanged:
                var phase = CampaignWords.ToRaterPhase(next.New!);
                // Sent back: the same images once more, as another occurrence.
                if (phase == RaterPhase.Training && rater.Phase is RaterPhase.Failed or RaterPhase.Rating) rater.Attempt++;
                rater.Phase = phase;
                break;
            case EventKind.GuidelineRead:
                rater.LastSeen = next.ServerTime;
                break;
            default:
                throw new InvalidOperationException($"'{next.Kind}' does nothing to a rater.");
        }
    }

    private RaterState RaterOf(string? user, long sequence) => user is not null && _raters.TryGetValue(user, out var rater)
        ? rater
        : throw new InvalidOperationException($"Event {sequence} is about '{user}', who is no rater of this campaign.");

    private int IndexOf(string? finding)
    {
        if (finding is null) return -1;
        return Plan!.IndexOf(finding) is >= 0 and var index ? index : throw new InvalidOperationException($"The campaign does not ask for '{finding}'.");
    }

    private void Tally(Assignment assignment, int sign)
    {
        if (assignment.Pool != ImagePool.Main) return;
        for (var other = _ofImage[assignment.Image - 1]; other is not null; other = other.NextOfImage)
            if (other != assignment && other.IsCompleted) Tallies.Count(assignment, other, sign);
    }

    private void Count(RaterState rater, Assignment assignment, bool isCompleted)
    {
        rater.Count(assignment, isCompleted);
        if (assignment.Occurrence == 0 && !rater.IsDropped) _completedOn[assignment.Image - 1] += isCompleted ? 1 : -1;
    }

    private void Drop(RaterState rater)
    {
        rater.IsDropped = true;
        foreach (var each in rater.Assignments)
            if (each is { Occurrence: 0, IsCompleted: true }) _completedOn[each.Image - 1]--;
        StartOver();
    }

    /// <summary>An image that lost a rating may come to raters who had passed it.</summary>
    private void LookAgain(Assignment reopened)
    {
        if (reopened.Pool != ImagePool.Main) return;
        foreach (var rater in _order)
            if (rater.Cursor > 0) rater.Pass(RaterOrder.PlaceOf(this, rater, reopened.Image), reopened.Image);
    }

    private void StartOver()
    {
        foreach (var rater in _order) rater.StartOver();
    }
}
