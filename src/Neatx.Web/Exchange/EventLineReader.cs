using System.Text.Json;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>Makes a campaign again from its log as JSON Lines; every hash is checked on the way.</summary>
public static class EventLineReader
{
    /// <summary>Puts the log into a store that holds nothing yet, in one transaction.</summary>
    /// <returns>How many events were read.</returns>
    /// <exception cref="StoreException">The store is not empty, or the log is not whole; nothing was put in.</exception>
    public static Task<long> Restore(CampaignStore store, TextReader text, string name) => store.Run(
        session =>
        {
            if (session.State.LastSequence > 0) throw new NeatxException($"{store.Location} holds a campaign already. A log is put into an empty store: give another run folder (--out).");
            session.Gather();
            var chain = new EventChain();
            var line = 0;
            using var lot = new RestoredImages(session);
            while (text.ReadLine() is { } json)
            {
                line++;
                try
                {
                    using var document = JsonDocument.Parse(json);
                    if (document.RootElement.TryGetProperty("sequence", out _))
                    {
                        lot.Finish();
                        Put(session, chain, Event(document.RootElement));
                    }
                    else lot.Add(Image(document.RootElement));
                }
                catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException)
                {
                    throw new StoreException($"{name}:{line}: {error.Message} The log is not whole; nothing was put in.", error);
                }
            }

            lot.Finish();
            return chain.LastSequence;
        },
        isLong: true);

    private static void Put(StoreSession session, EventChain chain, CampaignEvent entry)
    {
        if (chain.Follow(entry) is { } mistake) throw new FormatException(mistake);
        lock (session.Gate) session.State.Apply(entry);
        session.Write(entry);
    }

    private static CampaignEvent Event(JsonElement json) => new()
    {
        Sequence = json.GetProperty("sequence").GetInt64(),
        Id = json.GetProperty("id").GetGuid(),
        Kind = EventKinds.TryParse(Text(json, "kind") ?? "", out var kind) ? kind : throw new FormatException($"There is no kind of event '{Text(json, "kind")}'."),
        Actor = Text(json, "actor") ?? throw new FormatException("An event has an actor."),
        Rater = Text(json, "rater"),
        Image = json.TryGetProperty("image", out var image) ? image.GetInt32() : null,
        Occurrence = json.TryGetProperty("occurrence", out var occurrence) ? occurrence.GetInt32() : 0,
        Finding = Text(json, "finding"),
        Old = Text(json, "old"),
        New = Text(json, "new"),
        DwellMs = json.TryGetProperty("dwell_ms", out var dwell) ? dwell.GetInt32() : null,
        Window = Text(json, "window"),
        ClientTime = Text(json, "client_time") is { } client ? TimeText.Parse(client) : null,
        ServerTime = TimeText.Parse(Text(json, "server_time") ?? ""),
        ClientSequence = json.TryGetProperty("client_sequence", out var count) ? count.GetInt64() : null,
        ProtocolHash = Hash(json, "protocol_hash"),
        PreviousHash = Hash(json, "previous_hash"),
        Hash = Hash(json, "hash"),
    };

    private static StoredImage Image(JsonElement json) => new(
        json.GetProperty("number").GetInt32(),
        Text(json, "dataset") ?? "",
        Text(json, "name") ?? "",
        Text(json, "patient") ?? "",
        Enum.GetValues<ImagePool>().First(pool => pool.Word() == Text(json, "pool")),
        Folder: Text(json, "folder"));

    private static EventHash Hash(JsonElement json, string name) =>
        EventHash.TryParse(Text(json, name), out var hash) ? hash : throw new FormatException($"'{name}' is no SHA-256.");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
