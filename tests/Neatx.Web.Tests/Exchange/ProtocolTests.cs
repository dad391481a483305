using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Core.Statistics;
using Neatx.Web.Exchange;
using Neatx.Web.Store;
using Neatx.Web.Tests.Store;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;

namespace Neatx.Web.Tests.Exchange;

/// <summary>From a protocol into a campaign, and from a frozen campaign into a protocol.</summary>
public sealed class ProtocolTests(PostgreSqlServer server) : StoreTest(server)
{
    private const string Opening = """
        name: lumps
        title: Lumps
        findings: {Mass: , Nodule: }
        datasets:
          films: {title: Films, table: {files: films.csv, format: csv, columns: {image: image, patient: patient, findings: [Mass, Nodule], values: {positive: "1", negative: "0"}}}}
        label_sets:
          expert: {title: Expert, kind: image_review, dataset: films}
        cohorts:
          gold: {title: Gold, dataset: films, steps: [{name: s, title: S, first: 6}]}
          rated: {title: Rated, dataset: films, steps: [{name: s, title: S, exclude_patients_of: gold}]}
        campaign:
          title: Lumps
          images: rated
          findings: {Nodule: , Mass: {asks_side: true}}
          gold: {label_set: expert, qualification: gold}
        """;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Open_Protocol_BringsImagesAndGold(StoreProvider provider)
    {
        var protocol = Protocol(Opening);
        var source = CampaignSource.Read(protocol, Path.Combine(Folder, "out"), new Silence(), TestContext.Current.CancellationToken);
        Assert.Equal([(ImagePool.Main, 34), (ImagePool.Qualification, 6)], source.Images.GroupBy(image => image.Pool).Select(pool => (pool.Key, pool.Count())));
        using var store = CampaignStore.Open(NewLocation(provider), Options);
        Assert.Equal(40, await CampaignOpening.Run(store, protocol.Campaign!, protocol.Seed, source));
        Assert.Equal(0, await CampaignOpening.Run(store, protocol.Campaign!, protocol.Seed, source));
        // Image 35 is film 0 of the table: Mass 1, Nodule 0, in the order that the campaign asks.
        Assert.Equal((LabelState.Negative, LabelState.Positive), store.Read((_, gold) => (gold[35, 0], gold[35, 1])));
        using var reader = store.OpenReader();
        Assert.Equal(("film0", ImagePool.Qualification), (reader.Image(35)!.Name, reader.Image(35)!.Pool));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Open_PatientInBothPools_IsAnError(StoreProvider provider)
    {
        var protocol = Protocol(Opening.Replace("images: rated", "images: films", StringComparison.Ordinal));
        var source = CampaignSource.Read(protocol, Path.Combine(Folder, "out"), new Silence(), TestContext.Current.CancellationToken);
        using var store = CampaignStore.Open(NewLocation(provider), Options);
        await store.Append(Curator, [Request(EventKind.CampaignOpened, protocol.Campaign!.ToPlan(1).ToJson())]);
        await store.AddImages(Curator, ImagePool.Main, [new("films", "another film of p0", "p0")]);
        var error = await Assert.ThrowsAsync<StoreException>(() => CampaignOpening.Run(store, protocol.Campaign!, protocol.Seed, new(
            [.. source.Images.Where(image => image.Pool == ImagePool.Qualification)], 0)));
        Assert.Contains("Patients are both in the reference standard and among the images to be rated: p0.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Freeze_Ratings_AreReadByAgreementUnchanged(StoreProvider provider)
    {
        var location = NewLocation(provider);
        var folder = Path.Combine(Folder, "frozen");
        string hash;
        SampledKappa kappa;
        using (var store = await Begin(location, Plan(), images: 60, raters: 2))
        {
            await Rate(store);
            await Assert.ThrowsAsync<NeatxException>(() => CampaignFreeze.Run(store, Curator, folder));
            await Taken(store, Curator, Request(EventKind.PhaseChanged, "adjudication"));
            await Taken(store, new("judge", CampaignRole.Adjudicator), Request(EventKind.AdjudicationSet, "1") with { Image = 4, Finding = Tubes[0] });
            hash = await CampaignFreeze.Run(store, Curator, folder);
            using var reader = store.OpenReader();
            kappa = store.Sample(reader.Patients()).BetweenRaters(0, new BootstrapOptions { Resamples = 100 });
            Assert.Equal("frozen", (await store.Append(Curator, [Request(EventKind.PhaseChanged, "rating")]))[0].Refusal?.Code);
            Assert.Equal(hash, await CampaignFreeze.Run(store, Curator, Path.Combine(Folder, "again")));
        }

        Assert.Equal(File.ReadAllText(Path.Combine(folder, "ratings.csv")), File.ReadAllText(Path.Combine(Folder, "again", "ratings.csv")));
        var figure = Agreement(folder).Comparisons.Single().Figures.First(each => each.Finding == Tubes[0]);
        Assert.Equal(kappa.N, figure.N);
        Assert.Equal(kappa.Kappa.Value, figure["cohen_kappa"].Value);
        Assert.Equal("dataset,image,patient,Chest drain,Nasogastric tube\nfilms,film-0000004.png,p2,positive,\n", File.ReadAllText(Path.Combine(folder, "adjudicated.csv")));
    }

    private Workspace.Report.RunResults Agreement(string folder)
    {
        var protocol = Protocol("""
            name: frozen
            title: Frozen
            findings: {Chest drain: , Nasogastric tube: }
            datasets:
              films: {title: Films, table: {files: films.csv, format: csv, columns: {image: image, patient: patient}}}
            ratings:
              tubes:
                title: Tubes
                table:
                  files: FOLDER/ratings.csv
                  format: csv
                  columns: {image: image, patient: patient, rater: rater, finding_name: finding, value: rating}
            label_sets:
              decided:
                title: Decided
                kind: image_review
                dataset: films
                table: {files: FOLDER/adjudicated.csv, format: csv, columns: {image: image, patient: patient, findings: [Chest drain, Nasogastric tube], values: {positive: positive, negative: negative, uncertain: uncertain, invalid: invalid}}}
            agreement:
              resamples: 100
              comparisons: {raters: {title: Raters, ratings: tubes}}
            """.Replace("FOLDER", folder, StringComparison.Ordinal));
        return RunPipeline.Run(protocol, new RunOptions { Out = Path.Combine(Folder, "run"), Only = Stage.Agreement }, new Silence(), TestContext.Current.CancellationToken);
    }

    private static async Task Rate(CampaignStore store)
    {
        for (var number = 1; number <= 2; number++)
        {
            while (await store.Next(Rater(number).User, 20) is { Count: > 0 } items)
            {
                foreach (var item in items)
                {
                    var grade = ((item.Image * 7) + (item.Image % (4 * number) == 0 ? 1 : 0)) % 5 / 4.0;
                    await Taken(store, Rater(number), Rating(item, Tubes[0], grade.ToString(System.Globalization.CultureInfo.InvariantCulture)), Rating(item, Tubes[1], "0"), Completed(item));
                }
            }
        }
    }

    private ProtocolDocument Protocol(string text)
    {
        File.WriteAllText(Path.Combine(Folder, "films.csv"), "image,patient,Mass,Nodule\n" + string.Concat(Enumerable.Range(0, 40).Select(n => FormattableString.Invariant($"film{n},p{n},{(n + 1) % 2},{n % 2}\n"))));
        var file = Path.Combine(Folder, "protocol.yaml");
        File.WriteAllText(file, text);
        return ProtocolReader.Read(file).DocumentOrThrow();
    }

    private sealed class Silence : IRunObserver
    {
        public void Progress(string task, long done, long? total)
        {
        }

        public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused)
        {
        }

        public void Warn(string message)
        {
        }
    }
}
