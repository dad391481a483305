using Neatx.Core.Labels;

namespace Neatx.Core.Campaign;

/// <summary>One image given to one rater once, and what the rater answered. Changed by <see cref="CampaignState"/> alone.</summary>
public sealed class Assignment
{
    private readonly byte[] _grades;
    private byte[]? _sides;
    private SortedDictionary<AnswerKey, string>? _texts;

    internal Assignment(RaterState rater, int image, int occurrence, ImagePool pool, int findings)
    {
        (Rater, Image, Occurrence, Pool) = (rater, image, occurrence, pool);
        _grades = new byte[findings];
    }

    public RaterState Rater { get; }

    /// <summary>The number of the image, from 1.</summary>
    public int Image { get; }

    /// <summary>0 for the first time.</summary>
    public int Occurrence { get; }

    public ImagePool Pool { get; }

    public AssignmentKind Kind => Pool switch
    {
        ImagePool.Training => AssignmentKind.Training,
        ImagePool.Qualification => AssignmentKind.Qualification,
        ImagePool.Hidden => AssignmentKind.HiddenGold,
        _ => Occurrence == 0 ? AssignmentKind.Rating : AssignmentKind.Repeat,
    };

    /// <summary>The place among all that this rater was given, from 1.</summary>
    public int Position { get; internal set; }

    /// <summary>Until when the image is reserved for this rater.</summary>
    public DateTimeOffset LeasedUntil { get; internal set; }

    /// <summary>Why the rater holds the image unfit, or null.</summary>
    public string? Invalid { get; private set; }

    /// <summary>The sequence of the event that completed it, or 0 while it is open.</summary>
    public long CompletedAt { get; private set; }

    public DateTimeOffset CompletedTime { get; private set; }

    public bool IsCompleted => CompletedAt > 0;

    /// <summary>True once an event is about this assignment: it is then never taken back.</summary>
    public bool HasEvents { get; private set; }

    /// <summary>The grades by finding as they were given, whether or not the image is held unfit: codes of <see cref="Rating"/>.</summary>
    public ReadOnlySpan<byte> Grades => _grades;

    internal Assignment? NextOfImage { get; set; }

    /// <summary>The rating of a finding: INVALID where the image is held unfit.</summary>
    public Rating this[int finding] => Invalid is null ? Rating.OfCode(_grades[finding]) : Rating.Invalid;

    public Side SideOf(int finding) => _sides is null ? Side.None : (Side)_sides[finding];

    /// <summary>The note on the image, or null.</summary>
    public string? Note => TextOf(EventKind.NoteSet, -1);

    /// <summary>The line along a finding as JSON, or null.</summary>
    public string? LineOf(int finding) => TextOf(EventKind.LineSet, finding);

    /// <summary>The box around a finding as JSON, or null.</summary>
    public string? BoxOf(int finding) => TextOf(EventKind.BoxSet, finding);

    /// <summary>True when nothing is left to answer.</summary>
    public bool IsAnswered => Invalid is not null || !_grades.Contains((byte)0);

    /// <summary>What stands where an event of this kind would write, as events write it; null for nothing.</summary>
    internal string? ValueOf(EventKind kind, int finding) => kind switch
    {
        EventKind.RatingSet when finding < 0 => Invalid is null ? null : InvalidReason.ToValue(Invalid),
        EventKind.RatingSet => _grades[finding] == 0 ? null : Rating.OfCode(_grades[finding]).ToString(),
        EventKind.SideSet => SideOf(finding).Word(),
        EventKind.NoteSet or EventKind.LineSet or EventKind.BoxSet => TextOf(kind, finding),
        _ => null,
    };

    /// <summary>Puts a value that rules have passed.</summary>
    internal void Set(EventKind kind, int finding, string? value)
    {
        HasEvents = true;
        switch (kind)
        {
            case EventKind.RatingSet when finding < 0:
                Invalid = InvalidReason.Of(value);
                break;
            case EventKind.RatingSet:
                _grades[finding] = Rating.TryParse(value, out var rating) ? rating.Code : throw new ArgumentException($"'{value}' is no grade.", nameof(value));
                break;
            case EventKind.SideSet:
                _sides ??= new byte[_grades.Length];
                _sides[finding] = Sides.TryParse(value, out var side) ? (byte)side : throw new ArgumentException($"'{value}' is no side.", nameof(value));
                break;
            default:
                _texts ??= new(AnswerOrder.Instance);
                if (value is null) _texts.Remove(new(kind, finding));
                else _texts[new(kind, finding)] = value;
                break;
        }
    }

    internal void Complete(long sequence, DateTimeOffset time) => (CompletedAt, CompletedTime, HasEvents) = (sequence, time, true);

    internal void Reopen() => CompletedAt = 0;

    private string? TextOf(EventKind kind, int finding) => _texts?.GetValueOrDefault(new AnswerKey(kind, finding));
}
