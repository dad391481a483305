namespace Neatx.Core.Campaign;

/// <summary>A rater in a campaign, and all that the rater was given. Changed by <see cref="CampaignState"/> alone.</summary>
public sealed class RaterState
{
    private readonly Dictionary<(int Image, int Occurrence), Assignment> _byImage = [];
    private readonly List<Assignment> _all = [];
    private readonly int[] _completed = new int[Enum.GetValues<AssignmentKind>().Length];

    internal RaterState(int number, string user, string pseudonym) => (Number, User, Pseudonym) = (number, user, pseudonym);

    /// <summary>0, 1, 2, ... in the order in which raters came.</summary>
    public int Number { get; }

    /// <summary>The id of the user.</summary>
    public string User { get; }

    /// <summary>What exports and other people see.</summary>
    public string Pseudonym { get; }

    public RaterPhase Phase { get; internal set; }

    /// <summary>How often the rater was sent back to training.</summary>
    public int Attempt { get; internal set; }

    public bool IsPaused { get; internal set; }

    public bool IsDropped { get; internal set; }

    /// <summary>The time of the rater's last event.</summary>
    public DateTimeOffset? LastSeen { get; internal set; }

    /// <summary>Milliseconds of looking at images that were completed.</summary>
    public long DwellMs { get; internal set; }

    /// <summary>All that the rater was given, in the order of rating; what was taken back is gone.</summary>
    public IReadOnlyList<Assignment> Assignments => _all;

    internal List<Assignment> Open { get; } = [];

    /// <summary>The first place in the rater's order of images to be rated that was not looked at yet.</summary>
    internal int Cursor { get; private set; }

    /// <summary>Places before the cursor, each with its image, that may come to this rater after all.</summary>
    internal SortedDictionary<int, int> Passed { get; } = [];

    internal int LastPosition { get; private set; }

    public int CompletedOf(AssignmentKind kind) => _completed[(int)kind];

    /// <summary>The assignment, or null where the rater never was given it.</summary>
    public Assignment? Find(int image, int occurrence) => _byImage.GetValueOrDefault((image, occurrence));

    internal void Add(Assignment assignment)
    {
        _byImage.Add((assignment.Image, assignment.Occurrence), assignment);
        _all.Add(assignment);
        Open.Add(assignment);
        assignment.Position = ++LastPosition;
    }

    internal void Remove(Assignment assignment)
    {
        _byImage.Remove((assignment.Image, assignment.Occurrence));
        _all.Remove(assignment);
        Open.Remove(assignment);
    }

    /// <summary>Everything up to this place is settled, or in <see cref="Passed"/>.</summary>
    internal void Advance(int cursor) => Cursor = cursor;

    /// <summary>Has a place looked at again, where the cursor is beyond it.</summary>
    internal void Pass(int place, int image)
    {
        if (place < Cursor) Passed[place] = image;
    }

    /// <summary>Has all places looked at again.</summary>
    internal void StartOver()
    {
        Cursor = 0;
        Passed.Clear();
    }

    internal void Count(Assignment assignment, bool isCompleted)
    {
        _completed[(int)assignment.Kind] += isCompleted ? 1 : -1;
        if (isCompleted) Open.Remove(assignment);
        else Open.Add(assignment);
    }

    /// <summary>Puts the assignments in the order of positions that were stored; those without one come first.</summary>
    internal void Arrange()
    {
        var ordered = _all.OrderBy(assignment => assignment.Position).ToList();
        _all.Clear();
        _all.AddRange(ordered);
        Open.Sort((one, other) => one.Position.CompareTo(other.Position));
        LastPosition = _all.Count == 0 ? 0 : Math.Max(LastPosition, _all[^1].Position);
    }
}
