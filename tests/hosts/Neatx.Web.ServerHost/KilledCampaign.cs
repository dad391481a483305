using Neatx.Core.Campaign;
using Neatx.Web.Hosting;
using Neatx.Web.Store;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Protocol;

namespace Neatx.Web.ServerHost;

/// <summary>The campaign that is served and killed: the tests prepare it, the program serves it.</summary>
public static class KilledCampaign
{
    /// <summary>Clients that write at once.</summary>
    public const int Clients = 20;

    /// <summary>Images that each client holds.</summary>
    public const int ImagesEach = 5;

    /// <summary>What is graded.</summary>
    public static IReadOnlyList<string> Findings { get; } = ["drain", "tube"];

    /// <summary>With what it is served.</summary>
    /// <param name="location">Where the campaign is.</param>
    /// <param name="folder">The run folder.</param>
    public static ServerOptions Options(StoreLocation location, string folder) => new()
    {
        Protocol = new ProtocolDocument
        {
            Name = "killed",
            Title = "Killed",
            DataRoot = folder,
            Sha256 = new string('5', 64),
            Campaign = new CampaignDefinition
            {
                Title = "Killed",
                Images = "films",
                Findings = [.. Findings.Select((name, index) => new CampaignFinding(name, name, FormattableString.Invariant($"{index}"), AsksSide: false))],
                Overlap = 1,
            },
        },
        Folder = folder,
        Location = location,
        ReadImages = _ => new CampaignSource(
            [.. Enumerable.Range(0, Clients * ImagesEach).Select(image => new CampaignSourceImage(
                ImagePool.Main, "films", FormattableString.Invariant($"{image}.png"), FormattableString.Invariant($"p{image}"), null, null, []))],
            0),
        Urls = ["http://127.0.0.1:0"],
        IsTerminal = true,
        // Clients that never think are no guessers: what is tested is the disk.
        Limits = new ServerLimits { Burst = 100_000, PerSecond = 100_000 },
    };
}
