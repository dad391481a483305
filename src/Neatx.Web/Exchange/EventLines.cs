using System.Text.Encodings.Web;
using System.Text.Json;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>
/// The log as JSON Lines, an event a line; after an event that adds images, each of these on a line. Whole and in order, so that a campaign can
/// be made again from it, with the same hashes.
/// </summary>
public static class EventLines
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the log, streaming.</summary>
    public static void Write(CampaignReader reader, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Form);
        // Two passes over one connection: PostgreSQL reads one result at a time. Lots are few.
        foreach (var lot in Lots(reader))
        {
            foreach (var entry in lot.Events) Line(json, stream, () => WriteEvent(json, entry));
            if (lot.Images is not { } added) continue;
            foreach (var image in reader.Images(added.First, added.First + added.Count - 1)) Line(json, stream, () => WriteImage(json, image));
        }
    }

    private static IEnumerable<(IEnumerable<CampaignEvent> Events, AddedImages? Images)> Lots(CampaignReader reader)
    {
        var from = 1L;
        foreach (var entry in reader.Events(EventKind.ImagesAdded, EventKind.ImagesAdded).ToList())
        {
            yield return (reader.Events(from, entry.Sequence), JsonSerializer.Deserialize(entry.New!, CampaignJson.Default.AddedImages));
            from = entry.Sequence + 1;
        }

        yield return (reader.Events(from), null);
    }

    private static void Line(Utf8JsonWriter json, Stream stream, Action write)
    {
        json.Reset();
        write();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteEvent(Utf8JsonWriter json, CampaignEvent entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("id", entry.Id);
        json.WriteString("kind", entry.Kind.Word());
        json.WriteString("actor", entry.Actor);
        Text(json, "rater", entry.Rater);
        if (entry.Image is { } image) json.WriteNumber("image", image);
        if (entry.Occurrence > 0) json.WriteNumber("occurrence", entry.Occurrence);
        Text(json, "finding", entry.Finding);
        Text(json, "old", entry.Old);
        Text(json, "new", entry.New);
        if (entry.DwellMs is { } dwell) json.WriteNumber("dwell_ms", dwell);
        Text(json, "window", entry.Window);
        if (entry.ClientTime is { } client) json.WriteString("client_time", TimeText.Of(client));
        json.WriteString("server_time", TimeText.Of(entry.ServerTime));
        if (entry.ClientSequence is { } count) json.WriteNumber("client_sequence", count);
        json.WriteString("protocol_hash", entry.ProtocolHash.ToString());
        json.WriteString("previous_hash", entry.PreviousHash.ToString());
        json.WriteString("hash", entry.Hash.ToString());
        json.WriteEndObject();
    }

    private static void WriteImage(Utf8JsonWriter json, StoredImage image)
    {
        json.WriteStartObject();
        json.WriteNumber("number", image.Number);
        json.WriteString("dataset", image.Dataset);
        json.WriteString("name", image.Name);
        json.WriteString("patient", image.Patient);
        json.WriteString("pool", image.Pool.Word());
        Text(json, "folder", image.Folder);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }
}
