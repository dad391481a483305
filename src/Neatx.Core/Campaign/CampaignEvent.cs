namespace Neatx.Core.Campaign;

/// <summary>
/// One entry of a campaign's log: who did what, when, and what stood there before. Entries are numbered without a gap, never change, and
/// each holds the hash of the one before it, so that the last hash stands for the whole log. The state of a campaign is the replay of its log.
/// </summary>
public sealed record CampaignEvent
{
    /// <summary>1, 2, 3, ...</summary>
    public required long Sequence { get; init; }

    /// <summary>Chosen by whoever asked for the event, so that asking again does nothing again.</summary>
    public required Guid Id { get; init; }

    public required EventKind Kind { get; init; }

    /// <summary>The user who did it, or <see cref="CampaignActor.System"/>.</summary>
    public required string Actor { get; init; }

    /// <summary>The user whom it is about: in all that is done to an image the actor.</summary>
    public string? Rater { get; init; }

    /// <summary>The number of the image in the campaign, from 1.</summary>
    public int? Image { get; init; }

    /// <summary>0 for the first time that the rater sees the image, 1 for the next, ...</summary>
    public int Occurrence { get; init; }

    public string? Finding { get; init; }

    /// <summary>What stood there before, as the server had it.</summary>
    public string? Old { get; init; }

    public string? New { get; init; }

    /// <summary>How long the image had been looked at, in milliseconds.</summary>
    public int? DwellMs { get; init; }

    /// <summary>"center,width" of the window in which the image was seen.</summary>
    public string? Window { get; init; }

    /// <summary>By the clock of the browser, to the millisecond; not trusted for anything.</summary>
    public DateTimeOffset? ClientTime { get; init; }

    /// <summary>By the clock of the server, to the millisecond.</summary>
    public required DateTimeOffset ServerTime { get; init; }

    /// <summary>The browser's own count.</summary>
    public long? ClientSequence { get; init; }

    /// <summary>SHA-256 of the protocol under which it happened.</summary>
    public required EventHash ProtocolHash { get; init; }

    public required EventHash PreviousHash { get; init; }

    /// <summary>SHA-256 of all other fields; see <see cref="EventEncoding"/>.</summary>
    public EventHash Hash { get; init; }

    /// <summary>The same event with the hash that belongs to it.</summary>
    public CampaignEvent Sealed() => this with { Hash = EventEncoding.HashOf(this) };
}
