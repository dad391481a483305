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
    public int CompletedOn(int image)
    {
        var count = 0;
        for (var each = _ofImage[image - 1]; each is not null; each = each.NextOfImage)
            if (each is { Occurrence: 0, IsCompleted: true, Rater.IsDropped: false }) count++;
        return count;
    }

    /// <summary>How many raters but one have rated an image or have it reserved.</summary>
    internal int HeldByOthers(int image, RaterState rater, DateTimeOffset now)
    {
        var count = 0;
        for (var each = _ofImage[image - 1]; each is not null; each = each.NextOfImage)
            if (each.Rater != rater && each.Occurrence == 0 && !each.Rater.IsDropped && (each.IsCompleted || each.LeasedUntil > now)) count++;
        return count;
    }

    /// <summary>Takes the next event of the log.</summary>
    /// <exception cref="InvalidOperationException">No log holds it at this place.</exception>
    public void Apply(CampaignEvent next)
    {
        if (next.Sequence != LastSequence + 1) throw new InvalidOperationException($"Expected event {LastSequence + 1}, got {next.Sequence}.");
        if (next.Kind.IsOfRating()) ApplyToImage(next);
        else ApplyToCampaign(next);
        (LastSequence, LastHash) = (next.Sequence, next.Hash);
    }

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

    private void ApplyToImage(CampaignEvent next)
    {
        var rater = RaterOf(next);
        var assignment = rater.Find(next.Image!.Value, next.Occurrence) ?? Assign(rater, next.Image.Value, next.Occurrence);
        rater.LastSeen = next.ServerTime;
        switch (next.Kind)
        {
            case EventKind.ImageCompleted:
                assignment.Complete(next.Sequence, next.ServerTime);
                rater.Count(assignment, isCompleted: true);
                rater.DwellMs += next.DwellMs ?? 0;
                Tally(assignment, 1);
                break;
            case EventKind.ImageReopened:
                Tally(assignment, -1);
                assignment.Reopen();
                rater.Count(assignment, isCompleted: false);
                ResetCursors();
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
                ResetCursors();
                break;
            case EventKind.ImagesAdded:
                var added = JsonSerializer.Deserialize(next.New!, CampaignJson.Default.AddedImages)!;
                if (added.First != Images + 1) throw new InvalidOperationException($"Expected image {Images + 1} to come next, got {added.First}.");
                _added.Add(added);
                for (var index = 0; index < added.Count; index++) _ofImage.Add(null);
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
                ApplyToRater(next, RaterOf(next));
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
                rater.IsDropped = true;
                ResetCursors();
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

    private RaterState RaterOf(CampaignEvent next) => next.Rater is { } user && _raters.TryGetValue(user, out var rater)
        ? rater
        : throw new InvalidOperationException($"Event {next.Sequence} is about '{next.Rater}', who is no rater of this campaign.");

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

    private void ResetCursors()
    {
        foreach (var rater in _order) rater.Cursor = 0;
    }
}
