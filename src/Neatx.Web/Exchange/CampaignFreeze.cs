using System.Security.Cryptography;
using Neatx.Core.Campaign;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>Ends a campaign for good: its answers get a content hash, which goes into the log, and files that protocols read.</summary>
public static class CampaignFreeze
{
    /// <summary>The tables of a frozen campaign, in the order they are written.</summary>
    public static IReadOnlyList<string> Files { get; } = ["ratings.csv", "repeats.csv", "hidden.csv", "adjudicated.csv"];

    /// <summary>The folder of the tables, below that of the run.</summary>
    public const string Folder = "campaign/frozen";

    /// <summary>Freezes the campaign and writes its tables; a campaign that is frozen already has them written again, with the same bytes.</summary>
    /// <param name="store">Open, in adjudication or frozen.</param>
    /// <param name="actor">A curator.</param>
    /// <param name="folder">Where the tables go.</param>
    /// <returns>The content hash.</returns>
    /// <exception cref="NeatxException">The campaign is not at the end, or the answers are not those that were frozen.</exception>
    public static async Task<string> Run(CampaignStore store, CampaignActor actor, string folder)
    {
        var frozen = store.Read((state, _) => state.FrozenHash);
        string hash;
        using (var reader = store.OpenReader())
        using (reader.BeginSnapshot()) hash = Write(reader, folder);
        if (frozen is not null)
            return hash == frozen ? hash : throw new NeatxException($"The answers in {store.Location} are not those that were frozen ({frozen}). Run: neatx campaign verify");
        var outcome = await store.Append(actor, [new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.CampaignFrozen, New = hash }]);
        return outcome[0].Refusal is { } refusal ? throw new NeatxException($"{refusal.Reason} {refusal.WhatToDo}") : hash;
    }

    /// <summary>Writes the tables and gives the hash over their names and contents.</summary>
    private static string Write(CampaignReader reader, string folder)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file);
            AtomicFile.Write(path, stream =>
            {
                using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
                WriteTable(reader, file, text);
            });
            using var written = File.OpenRead(path);
            all.AppendData(System.Text.Encoding.UTF8.GetBytes(file + "\0"));
            all.AppendData(SHA256.HashData(written));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static void WriteTable(CampaignReader reader, string file, StreamWriter text)
    {
        switch (file)
        {
            case "ratings.csv":
                LongFormat.Write(reader, text, answers => answers is { Pool: ImagePool.Main, Occurrence: 0 });
                break;
            case "repeats.csv":
                LongFormat.Write(reader, text, answers => answers is { Pool: ImagePool.Main, Occurrence: > 0 });
                break;
            case "hidden.csv":
                LongFormat.Write(reader, text, answers => answers.Pool == ImagePool.Hidden);
                break;
            default:
                AdjudicatedFormat.Write(reader, text);
                break;
        }
    }
}
