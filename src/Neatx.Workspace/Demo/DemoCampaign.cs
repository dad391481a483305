using System.Diagnostics;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Demo.Films;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Demo;

/// <summary>The campaign of the demo: the films that people rate, large enough for eyes, which those that networks are trained on are not.</summary>
public static class DemoCampaign
{
    /// <summary>Width and height, pixels.</summary>
    public const int FilmSize = 768;

    private const string FilmFolderName = "films-to-rate";

    /// <summary>Points the protocol to the films to rate, in a folder that this makes.</summary>
    /// <param name="dataRoot">The folder of the demo's data.</param>
    public static IReadOnlyList<string> Overrides(string dataRoot)
    {
        Directory.CreateDirectory(Path.Combine(dataRoot, FilmFolderName));
        return [$"datasets.padchest_like.images.folders={FilmFolderName}"];
    }

    /// <summary>Makes the films that the campaign asks for, as far as they are not there, and reads its images.</summary>
    /// <param name="protocol">The demo's, read with <see cref="Overrides"/>.</param>
    /// <param name="folder">The run folder.</param>
    /// <param name="observer">Hears of the stages.</param>
    /// <param name="token">Cancels.</param>
    public static CampaignSource Read(ProtocolDocument protocol, string folder, IRunObserver observer, CancellationToken token)
    {
        var watch = Stopwatch.StartNew();
        var names = Names(protocol, folder, observer, token);
        var options = new DemoOptions();
        var orders = DemoFilms.Of(new TubeCampaign(new PadChestArchive(options), options), options).Where(order => names.Contains(order.Name)).ToList();
        var made = new FilmFolder(Path.Combine(protocol.DataRoot, FilmFolderName), FilmSize).Make(orders, observer, token);
        observer.Finished("demo", "phantom films to rate", orders.Count, watch.Elapsed, made == 0);
        return CampaignSource.Read(protocol, folder, observer, token);
    }

    private static HashSet<string> Names(ProtocolDocument protocol, string folder, IRunObserver observer, CancellationToken token)
    {
        var results = RunPipeline.Run(protocol, new RunOptions { Out = folder, Only = Stage.Cohorts }, observer, token);
        using var database = new RunDatabase(folder);
        using var session = database.Open(token);
        var campaign = protocol.Campaign!;
        string?[] cohorts = [campaign.Images, campaign.Gold?.Training, campaign.Gold?.Qualification, campaign.Gold?.Hidden];
        return results.Cohorts
            .Where(cohort => cohorts.Contains(cohort.Name, StringComparer.Ordinal))
            .SelectMany(cohort => session.Texts($"SELECT image FROM {session.Parquet(TableReference.Of(cohort).Data!)}"))
            .ToHashSet(StringComparer.Ordinal);
    }
}
