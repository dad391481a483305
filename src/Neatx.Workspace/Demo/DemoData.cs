using Neatx.Workspace.Demo.Films;
using Neatx.Workspace.Demo.Tables;
using Neatx.Workspace.Demo.Truth;

namespace Neatx.Workspace.Demo;

/// <summary>The simulated label tables. The same options give the same bytes.</summary>
internal static class DemoData
{
    /// <summary>Writes every table into <paramref name="folder"/>, each whole or not at all, and returns the file names in order.</summary>
    public static IReadOnlyList<string> Write(string folder, DemoOptions options)
    {
        var names = new List<string>();
        foreach (var table in Simulate(options))
        {
            AtomicFile.Write(Path.Combine(folder, table.FileName), table.Write);
            names.Add(table.FileName);
        }

        return names;
    }

    private static IEnumerable<DemoTable> Simulate(DemoOptions options)
    {
        var nih = new NihArchive(options);
        var review = new NihReview(nih, options);
        yield return new NihTable(nih);
        yield return new FirstReleaseTable(nih);
        yield return new BoxTable(nih, NihBoxes.Draw(nih, options));
        yield return new FourFindingTable(review);
        yield return new SixteenFindingTable(review);
        yield return new PanelReaderTable(review);
        yield return new ExpertDrainTable(new DrainExpert(nih, options));

        var padchest = new PadChestArchive(options);
        var campaign = new TubeCampaign(padchest, options);
        yield return new PadChestTable(padchest);
        yield return new RatingSheet(campaign);
        yield return new ExpertTubeTable(campaign);
        yield return new ExpertMarkTable(campaign, DemoFilms.Of(campaign, options));
        yield return new TruthTable(KnownTruth.Of(campaign, review));
    }
}
