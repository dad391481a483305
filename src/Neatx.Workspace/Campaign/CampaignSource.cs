using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Images;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Report;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Campaign;

/// <summary>The images that a protocol brings into a campaign, read from its datasets, cohorts and label sets.</summary>
/// <param name="Images">Pool by pool: to be rated, training, qualification, hidden.</param>
/// <param name="WithoutFilm">How many images were left out because their film is not in the folders that the dataset states.</param>
public sealed record CampaignSource(IReadOnlyList<CampaignSourceImage> Images, int WithoutFilm)
{
    private const string FolderColumn = "image_dir";

    /// <summary>Runs the stages up to cohorts in a run folder, as far as they are not up to date, and reads the images.</summary>
    /// <param name="protocol">With a campaign.</param>
    /// <param name="folder">The run folder.</param>
    /// <param name="observer">Hears of the stages.</param>
    /// <param name="token">Cancels.</param>
    /// <exception cref="NeatxException">The protocol has no campaign, or a table it needs is not to be had.</exception>
    public static CampaignSource Read(ProtocolDocument protocol, string folder, IRunObserver observer, CancellationToken token)
    {
        var campaign = protocol.Campaign ?? throw new NeatxException($"{protocol.File} states no campaign. Add a section 'campaign:' to it; see docs/guide/campaign.md.");
        var results = RunPipeline.Run(protocol, new RunOptions { Out = folder, Only = Stage.Cohorts }, observer, token);
        using var database = new RunDatabase(folder);
        using var session = database.Open(token);
        var images = new List<CampaignSourceImage>();
        var missing = 0;
        Add(ImagePool.Main, campaign.Images);
        Add(ImagePool.Training, campaign.Gold?.Training);
        Add(ImagePool.Qualification, campaign.Gold?.Qualification);
        Add(ImagePool.Hidden, campaign.Gold?.Hidden);
        return new(images, missing);

        void Add(ImagePool pool, string? name)
        {
            if (name is null) return;
            var (table, dataset) = Tables(results, name);
            var films = protocol.Datasets.First(each => each.Name == dataset.Name).Images is { } source
                ? FilmFinder.Find(source, dataset, [table.Data!], session).ToDictionary(place => place.Image, StringComparer.Ordinal)
                : null;
            var gold = pool == ImagePool.Main ? null : Gold(results, campaign, session);
            var hasFolder = session.Texts($"SELECT column_name FROM (DESCRIBE SELECT * FROM {session.Parquet(dataset.Data!)})").Contains(FolderColumn, StringComparer.Ordinal);
            var folderColumn = hasFolder ? $"d.{FolderColumn}::VARCHAR" : "NULL";
            session.Query($"SELECT d.image, coalesce(d.patient, 'image ' || d.image), {folderColumn} FROM {session.Parquet(table.Data!)} t "
                + $"JOIN {session.Parquet(dataset.Data!)} d ON d.image = t.image ORDER BY d.\"row\"", row =>
            {
                var image = row.GetString(0);
                var film = films?[image];
                if (film is { Stamp: null })
                {
                    missing++;
                    return;
                }

                var answers = gold is null ? [] : gold.GetValueOrDefault(image) ?? [];
                if (gold is not null && answers.Count == 0) return;
                images.Add(new(pool, dataset.Name, image, row.GetString(1), film?.Path, row.IsDBNull(2) ? null : row.GetString(2), answers));
            });
        }
    }

    private static (TableReference Table, TableReference Dataset) Tables(RunResults results, string name)
    {
        var cohort = results.Cohorts.FirstOrDefault(each => each.Name == name);
        var dataset = TableReference.Of(results.Tables.First(each => each.Name == (cohort?.Dataset ?? name)));
        var table = cohort is null ? dataset : TableReference.Of(cohort);
        foreach (var each in new[] { table, dataset })
        {
            if (each.Data is null)
                throw new NeatxException($"The campaign needs '{each.Name}', which is not to be had: {each.Unavailable}");
        }

        return (table, dataset);
    }

    /// <summary>Image to its states; images that the label set does not judge for any finding are absent.</summary>
    private static Dictionary<string, IReadOnlyList<LabelState>> Gold(RunResults results, CampaignDefinition campaign, TableSession session)
    {
        var set = results.LabelSets.First(each => each.Name == campaign.Gold!.LabelSet);
        if (set.Data is null) throw new NeatxException($"The campaign needs the label set '{set.Name}', which is not to be had: {set.Unavailable}");
        var judged = set.Findings.Select(each => each.Finding).ToHashSet(StringComparer.Ordinal);
        var columns = campaign.Findings.Select(finding => judged.Contains(finding.Name) ? $"{Sql.Name(finding.Name)}::INTEGER" : "0::INTEGER");
        var gold = new Dictionary<string, IReadOnlyList<LabelState>>(StringComparer.Ordinal);
        session.Query($"SELECT image, {string.Join(", ", columns)} FROM {session.Parquet(set.Data)}", row =>
        {
            var states = Enumerable.Range(1, campaign.Findings.Count).Select(column => (LabelState)row.GetInt32(column)).ToArray();
            if (states.Any(state => state != LabelState.Missing)) gold[row.GetString(0)] = states;
        });
        return gold;
    }
}
