using System.Diagnostics;
using Neatx.Core.Campaign;
using Neatx.Core.Labels;
using Neatx.Web.Exchange;
using Neatx.Web.Store;

namespace Neatx.Load;

/// <summary>What a store does at once: images in, ratings in and out, and the start of a server over a long log. Seconds of the clock and of the processor.</summary>
internal static class StoreScenarios
{
    private const string Dataset = "films";
    private static readonly string[] Raters = ["first", "second"];

    /// <param name="images">Images to be rated, each by two raters.</param>
    /// <param name="findings">Findings to be graded on each.</param>
    /// <param name="connection">An empty database of PostgreSQL; null for SQLite.</param>
    public static async Task Run(int images, int findings, string? connection)
    {
        var folder = Directory.CreateTempSubdirectory("neatx-load-").FullName;
        try
        {
            var location = connection is null ? StoreLocation.Sqlite(Path.Combine(folder, StoreLocation.FileName)) : StoreLocation.PostgreSql(connection);
            await Run(location, images, findings);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Run(StoreLocation location, int images, int findings)
    {
        var options = new StoreOptions { Protocol = EventHash.Zero };
        var plan = new CampaignPlan
        {
            Title = "Load",
            Findings = [.. Enumerable.Range(1, findings).Select(number => FormattableString.Invariant($"finding {number}")).Select((name, index) => new CampaignFinding(name, name, FormattableString.Invariant($"{index}"), AsksSide: false))],
        };
        using (var store = CampaignStore.Open(location, options))
        {
            await store.Append(CampaignActor.System, [new EventRequest { Id = Guid.NewGuid(), Kind = EventKind.CampaignOpened, New = plan.ToJson() }]);
            await Time($"{images:N0} images in", () => store.AddImages(CampaignActor.System, ImagePool.Main, Enumerable.Range(0, images).Select(Image)));
            await Time($"{(long)images * 2 * findings:N0} ratings in", () => RatingsImport.Run(
                store, Enumerable.Range(0, images).SelectMany(image => Raters.Select(rater => Answers(image, rater, findings)))));
            using var reader = store.OpenReader();
            await Time($"{(long)images * 2 * findings:N0} ratings out, long", () => Task.Run(() => LongFormat.Write(reader, TextWriter.Null)));
            await Time($"{(long)images * 2 * findings:N0} ratings out, raw", () => Task.Run(() => RawFormat.Write(reader, TextWriter.Null)));
        }

        long events = 0;
        await Time("opened again, log replayed", () => Task.Run(() =>
        {
            using var store = CampaignStore.Open(location, options);
            events = store.Read((state, _) => state.LastSequence);
        }));
        Console.WriteLine(FormattableString.Invariant($"  {events:N0} events"));
    }

    private static async Task Time(string what, Func<Task> work)
    {
        var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await work();
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {watch.Elapsed.TotalSeconds:F1} s, processor {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F1} s, peak of memory so far {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
    }

    private static NewImage Image(int number) => new(Dataset, NameOf(number), FormattableString.Invariant($"p{number / 3}"));

    private static string NameOf(int number) => FormattableString.Invariant($"{number:D7}.png");

    private static ImageAnswers Answers(int image, string rater, int findings) => new()
    {
        Dataset = Dataset,
        Image = NameOf(image),
        Rater = rater,
        Grades = [.. Enumerable.Range(0, findings).Select(finding => Rating.OfCertainty((image + finding) % 4 == 0 ? 1 : 0))],
        Sides = new Side[findings],
    };
}
