namespace Neatx.Core.Campaign;

/// <summary>What somebody asks to be put in the log.</summary>
public sealed record EventRequest
{
    /// <summary>Chosen by whoever asks; asking again with the same id does nothing again.</summary>
    public required Guid Id { get; init; }

    public required EventKind Kind { get; init; }

    /// <summary>Whom it is about; for what is done to an image, left out, the actor.</summary>
    public string? Rater { get; init; }

    public int? Image { get; init; }

    public int Occurrence { get; init; }

    public string? Finding { get; init; }

    public string? New { get; init; }

    public int? DwellMs { get; init; }

    public string? Window { get; init; }

    public DateTimeOffset? ClientTime { get; init; }

    public long? ClientSequence { get; init; }
}
