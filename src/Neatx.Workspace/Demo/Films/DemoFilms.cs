using Neatx.Workspace.Demo.Population;

namespace Neatx.Workspace.Demo.Films;

/// <summary>The films of the demo's archives, to be made by a <see cref="FilmFolder"/>.</summary>
internal static class DemoFilms
{
    /// <summary>The films that the raters of the tubes were shown. A film is as hard as its items are on average.</summary>
    public static IReadOnlyList<FilmOrder> Of(TubeCampaign campaign, DemoOptions options)
    {
        var scenes = new FilmScenes(campaign.Archive.Population.Model, Seed(options, DemoStream.PadChestPopulation));
        var orders = new FilmOrder[campaign.Images.Count];
        for (var position = 0; position < orders.Length; position++)
        {
            var at = position;
            var difficulty = Enumerable.Range(0, Tube.All.Count).Average(tube => campaign.ItemsOf(tube)[at].Difficulty);
            orders[position] = new FilmOrder(campaign.Images[position].Name, scenes.Of(campaign.Images[position].Image, difficulty));
        }

        return orders;
    }

    /// <summary>Films of the NIH-like archive.</summary>
    /// <param name="images">Indices into the archive.</param>
    public static IReadOnlyList<FilmOrder> Of(NihArchive archive, IEnumerable<int> images, DemoOptions options)
    {
        var scenes = new FilmScenes(archive.Population.Model, Seed(options, DemoStream.NihPopulation));
        var random = new Core.Statistics.RandomStream(options.Seed, (ulong)DemoStream.Films);
        var difficulties = new double[archive.Population.Images.Count];
        foreach (ref var difficulty in difficulties.AsSpan()) difficulty = FilmScenes.DrawDifficulty(ref random);
        return [.. images.Select(image => Order(archive.Population.Images[image], scenes, difficulties[image]))];
    }

    private static FilmOrder Order(SimulatedImage image, FilmScenes scenes, double difficulty) => new(NihArchive.NameOf(image), scenes.Of(image, difficulty));

    /// <summary>The archives' patients have the same numbers and are other people.</summary>
    private static ulong Seed(DemoOptions options, DemoStream archive) => new Core.Statistics.RandomStream(options.Seed, (ulong)archive << 32).NextUInt64();
}
