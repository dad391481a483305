using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Neatx.Load;

/// <summary>What is measured.</summary>
internal static class Scenarios
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    private static readonly string[] PagePaths = ["/api/campaign", "/api/curator/overview", "/api/curator/disagreements"];

    /// <summary>Raters who rate a film every two seconds each, and a curator who looks on.</summary>
    public static async Task Steady(int raters, int seconds, int images, int rated)
    {
        using var server = new ServerProcess(images, rated, raters);
        var (next, save, page) = (new Latencies("next films"), new Latencies("acknowledged save"), new Latencies("curator's page, all that a browser asks for"));
        await WarmUp(server);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var all = Enumerable.Range(0, raters).Select(number => Rate(number)).Append(Look());
        await Task.WhenAll(all);
        Console.WriteLine(FormattableString.Invariant($"{raters} raters, a film every 2 s each, {seconds} s, {images} images x 2, {rated} of them rated before"));
        foreach (var latencies in new[] { save, next, page }) Console.WriteLine($"  {latencies}");

        async Task Rate(int number)
        {
            var client = new RatingClient(server.ClientOf(FormattableString.Invariant($"rater{number}")), next, save);
            // Spread over the interval, as people are.
            await Wait(Between * number / raters, stop.Token);
            while (!stop.IsCancellationRequested)
            {
                var watch = Stopwatch.StartNew();
                if (!await client.RateOne()) return;
                await Wait(Between - watch.Elapsed, stop.Token);
            }
        }

        async Task Look()
        {
            using var curator = server.ClientOf("curator");
            while (!stop.IsCancellationRequested)
            {
                await page.Measure(() => LoadPage(curator));
                await Wait(TimeSpan.FromSeconds(1), stop.Token);
            }
        }
    }

    /// <summary>
    /// As a browser does: who am I, what is the campaign, the figures (progress, kappa with its bootstrap intervals, crosstabs, prevalence, drift, stop
    /// rule), and the first page of disagreements; as much as it can at once. The answer is that of the slowest.
    /// </summary>
    private static async Task<HttpResponseMessage> LoadPage(HttpClient curator)
    {
        using var me = await curator.GetAsync("/api/me");
        var answers = await Task.WhenAll(PagePaths.Select(path => curator.GetAsync(path)));
        var failed = Array.Find(answers, answer => !answer.IsSuccessStatusCode) ?? answers[0];
        foreach (var answer in answers.Where(answer => answer != failed)) answer.Dispose();
        return failed;
    }

    /// <summary>Clients who race for few films: none may get more ratings than were asked for.</summary>
    public static async Task Race(int clients, int images)
    {
        using var server = new ServerProcess(images, 0, clients);
        var (next, save) = (new Latencies("next films"), new Latencies("acknowledged save"));
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async number =>
        {
            var client = new RatingClient(server.ClientOf(FormattableString.Invariant($"rater{number}")), next, save);
            while (await client.RateOne()) continue;
        }));
        using var curator = server.ClientOf("curator");
        var counts = (await curator.GetFromJsonAsync<JsonElement>("/api/curator/overview")).GetProperty("ratings");
        var export = await curator.GetStringAsync("/api/curator/export/long");
        var perImage = export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).GroupBy(line => line.Split(',')[1], StringComparer.Ordinal).Select(group => group.Count()).ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"{clients} racing clients, {images} images x 2: {counts.GetProperty("done").GetInt64()} of {counts.GetProperty("wanted").GetInt64()} ratings, at most {perImage.Max()} an image, {perImage.Count(count => count > 2)} images with too many"));
        foreach (var latencies in new[] { save, next }) Console.WriteLine($"  {latencies}");
    }

    /// <summary>What the first requests of a process compile is not measured.</summary>
    private static async Task WarmUp(ServerProcess server)
    {
        var unmeasured = new Latencies("warm-up");
        var client = new RatingClient(server.ClientOf("rater0"), unmeasured, unmeasured);
        using var curator = server.ClientOf("curator");
        for (var count = 0; count < 50; count++)
        {
            await client.RateOne();
            await unmeasured.Measure(() => LoadPage(curator));
        }
    }

    private static Task Wait(TimeSpan time, CancellationToken token) =>
        time > TimeSpan.Zero ? Task.Delay(time, token).ContinueWith(_ => { }, TaskScheduler.Default) : Task.CompletedTask;
}
