namespace Neatx.Core.Campaign;

/// <summary>Follows a log from its first event on and says where it is not what was written. Constant memory.</summary>
public sealed class EventChain
{
    /// <summary>The sequence of the last event; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    public EventHash LastHash { get; private set; }

    /// <summary>Takes the next event. Null when it follows; otherwise what is wrong, and the event is not taken.</summary>
    public string? Follow(CampaignEvent next)
    {
        if (next.Sequence != LastSequence + 1)
            return $"Event {next.Sequence} follows event {LastSequence}: events are missing or stand twice.";
        if (next.PreviousHash != LastHash)
            return $"Event {next.Sequence} names another event before it than the one that stands there: the log was cut and mended.";
        if (EventEncoding.HashOf(next) != next.Hash)
            return $"Event {next.Sequence} is not what was written: its content does not have its hash.";
        (LastSequence, LastHash) = (next.Sequence, next.Hash);
        return null;
    }
}
