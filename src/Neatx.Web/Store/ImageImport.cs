using System.Text.Json;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>Brings images into a campaign, in one transaction with the event that says so.</summary>
internal static class ImageImport
{
    public static int Run(StoreSession session, CampaignActor actor, ImagePool pool, IEnumerable<NewImage> images, DateTimeOffset time, EventHash protocol)
    {
        var first = session.State.Images + 1;
        var known = first == 1 ? null : KnownNames(session);
        using var list = new ImageListHash();
        var numbered = Numbered(pool, images, first, known, list);
        session.Database.InsertImages(session.Connection, session.Transaction!, numbered);
        var count = list.Count;
        if (count == 0) return 0;
        CheckPatients(session);
        var added = new AddedImages(pool, first, count, list.Finish());
        var request = new EventRequest { Id = Guid.CreateVersion7(time), Kind = EventKind.ImagesAdded, New = JsonSerializer.Serialize(added, CampaignJson.Default.AddedImages) };
        var outcome = session.Append(actor, request, time, protocol);
        return outcome.Refusal is { } refusal ? throw new StoreException($"{refusal.Reason} {refusal.WhatToDo}") : count;
    }

    private static IEnumerable<StoredImage> Numbered(
        ImagePool pool, IEnumerable<NewImage> images, int first, HashSet<(string Dataset, string Name)>? known, ImageListHash list)
    {
        foreach (var image in images)
        {
            if (known?.Contains((image.Dataset, image.Name)) == true) continue;
            var stored = new StoredImage(first + list.Count, image.Dataset, image.Name, image.Patient, pool, image.Path, image.Folder);
            list.Add(stored);
            yield return stored;
        }
    }

    private static HashSet<(string Dataset, string Name)> KnownNames(StoreSession session)
    {
        var names = new HashSet<(string, string)>();
        using var select = new Statement(session.Connection, session.Transaction, "SELECT dataset, name FROM image");
        using var rows = select.Read();
        while (rows.Read()) names.Add((rows.GetString(0), rows.GetString(1)));
        return names;
    }

    /// <summary>A rater who saw a patient's film in training would know the patient's other films.</summary>
    private static void CheckPatients(StoreSession session)
    {
        using var select = new Statement(
            session.Connection,
            session.Transaction,
            "SELECT dataset, patient, count(*) FROM (SELECT DISTINCT dataset, patient, CASE WHEN pool = 0 THEN 0 ELSE 1 END AS side FROM image) AS seen "
                + "GROUP BY dataset, patient HAVING count(*) > 1 ORDER BY dataset, patient LIMIT 6");
        using var rows = select.Read();
        var shared = new List<string>();
        while (rows.Read()) shared.Add(rows.GetString(1));
        if (shared.Count == 0) return;
        var some = string.Join(", ", shared.Take(5)) + (shared.Count > 5 ? ", ..." : "");
        throw new StoreException($"Patients are both in the reference standard and among the images to be rated: {some}. "
            + "Leave them out of the campaign's cohort with a step 'exclude_patients_of'.");
    }
}
