namespace Neatx.Learning.Weights.Download;

/// <summary>How weights are downloaded.</summary>
public sealed record PullOptions
{
    /// <summary>Another place than the publisher's; null for the publisher's.</summary>
    public Uri? Mirror { get; init; }

    /// <summary>How long to wait for a connection, and for an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a download may stand still.</summary>
    public TimeSpan Stall { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a broken download is resumed at once, as long as each attempt brought something or did away with what could not be gone on from.</summary>
    public int Attempts { get; init; } = 5;
}
