using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Neatx.Cli.Tests.Verbs;

/// <summary>From serve to run: two raters and an adjudicator over HTTP, the freeze, and a protocol that compares what came of it.</summary>
public sealed class ServeTests : VerbTests
{
    private const int Films = 48;

    private const string Campaign = """
        name: tubes
        title: Tubes
        findings: {Drain: , Tube: }
        datasets:
          films: {title: Films, table: {files: films.csv, format: csv, columns: {image: image, patient: patient}}}
        label_sets:
          second_expert: {title: Second expert, kind: image_review, dataset: films, table: {files: sealed.csv, format: csv, columns: {image: image, patient: patient, findings: [Drain, Tube], values: {positive: "1", negative: "0"}}}}
        campaign: {title: Tubes, images: films, order: shared, findings: {Drain: , Tube: }, sealed: second_expert, raters: [r1, r2], stop: {half_width: .05}}
        """;

    private const string Frozen = """
        name: frozen
        title: Frozen
        findings: {Drain: , Tube: }
        datasets:
          films: {title: Films, table: {files: films.csv, format: csv, columns: {image: image, patient: patient}}}
        ratings:
          tubes: {title: Tubes, dataset: films, table: {files: out/tubes/campaign/frozen/ratings.csv, format: csv, columns: {image: image, patient: patient, rater: rater, finding_name: finding, value: rating}}}
        label_sets:
          second_expert: {title: Second expert, kind: image_review, dataset: films, table: {files: sealed.csv, format: csv, columns: {image: image, patient: patient, findings: [Drain, Tube], values: {positive: "1", negative: "0"}}}}
          decided: {title: Decided, kind: image_review, dataset: films, table: {files: out/tubes/campaign/frozen/adjudicated.csv, format: csv, columns: {image: image, patient: patient, findings: [Drain, Tube], values: {positive: positive, negative: negative, uncertain: uncertain, invalid: invalid}}}}
        agreement:
          comparisons:
            raters: {title: Raters, ratings: tubes}
            sealed: {title: Decided and sealed, pairs: [[decided, second_expert]]}
        """;

    [Fact]
    public async Task Campaign_ServedFrozenAndRun_HasTheKappasOfTheCuratorsPage()
    {
        Scratch.Write("films.csv", "image,patient\n" + Table(film => $"p{film / 2}"));
        Scratch.Write("sealed.csv", "image,patient,Drain,Tube\n" + Table(film => FormattableString.Invariant($"p{film / 2},{film % 2},{film % 3 / 2}")));
        Scratch.Write("campaign.yaml", Campaign);
        Scratch.Write("frozen.yaml", Frozen);
        Dictionary<string, (long N, double Kappa)> page;
        using (var served = new ServedCampaign(Scratch.Folder, "campaign.yaml"))
        {
            var (curator, one, two) = (await served.Accept(served.CodeOf(0), "c"), await served.Accept(served.CodeOf(1), "one"), await served.Accept(served.CodeOf(2), "two"));
            await Rate(one, _ => false);
            await Rate(two, place => place % 7 == 0);
            page = await Kappas(curator);
            await ServedCampaign.Post(curator, "/api/curator/plan", new { action = "phase", value = "adjudication" });
            var invitation = await ServedCampaign.Post(curator, "/api/invitations", new { role = "adjudicator" });
            await Decide(await served.Accept(invitation.GetProperty("code").GetString()!, "judge"));
        }

        // The server was killed; the rest is from the files it left.
        var ended = Neatx("campaign", "freeze", "out/tubes");
        Assert.Equal((0, ""), (ended.Code, ended.Error));
        Assert.Equal(0, Neatx("campaign", "verify", "out/tubes").Code);
        ended = Neatx("run", "frozen.yaml", "--out", "out/frozen");
        Assert.True(ended.Code == 0, ended.Error);
        var results = JsonDocument.Parse(File.ReadAllText(Scratch["out/frozen/results.json"])).RootElement;
        Assert.Equal(page, KappasOf(results, "raters"));
        // What a curator could not see before: the decisions against the sealed label set, here counted by hand.
        var (decided, compared) = (Decisions(), KappasOf(results, "sealed")["Drain"]);
        Assert.Equal(decided.Count, compared.N);
        Assert.Equal(Kappa(decided), compared.Kappa, 12);
        var hashes = Neatx("campaign", "export", "out/tubes", "--format", "events").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains("\"sequence\"", StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("protocol_hash").GetString()).Distinct(StringComparer.Ordinal);
        // The freeze too is under the protocol that was served.
        Assert.NotEqual(new string('0', 64), Assert.Single(hashes));
    }

    private static string Table(Func<int, string> cells) => string.Concat(Enumerable.Range(0, Films).Select(film => FormattableString.Invariant($"film{film}.png,{cells(film)}\n")));

    /// <summary>Answers by the place of a film, which is the same for both raters.</summary>
    private static async Task Rate(HttpClient rater, Func<int, bool> isWrong)
    {
        await ServedCampaign.Post(rater, "/api/events", new { events = new[] { new { id = Guid.NewGuid(), kind = "guideline.read" } } });
        while (true)
        {
            var films = (await ServedCampaign.Post(rater, "/api/work/next", new { count = 20 })).GetProperty("films");
            if (films.GetArrayLength() == 0) return;
            foreach (var film in films.EnumerateArray())
            {
                var (handle, place) = (film.GetProperty("handle").GetString(), film.GetProperty("position").GetInt32());
                var drain = place % 2 == 0 != isWrong(place) ? "0.75" : "0";
                var tube = isWrong(place) && place % 2 == 0 ? "0.5" : place % 3 == 0 ? "1" : "0.25";
                object[] events =
                [
                    new { id = Guid.NewGuid(), kind = "rating.set", handle, finding = "Drain", @new = drain },
                    new { id = Guid.NewGuid(), kind = "rating.set", handle, finding = "Tube", @new = tube },
                    new { id = Guid.NewGuid(), kind = "image.completed", handle },
                ];
                var outcome = await ServedCampaign.Post(rater, "/api/events", new { events });
                Assert.Equal(3, outcome.GetProperty("acknowledged").GetArrayLength());
            }
        }
    }

    /// <summary>Decides on every finding in dispute, now one way and now the other.</summary>
    private static async Task Decide(HttpClient judge)
    {
        var films = (await ServedCampaign.Post(judge, "/api/adjudication/next", new { count = 50 })).GetProperty("films");
        Assert.True(films.GetArrayLength() > 5);
        var count = 0;
        foreach (var film in films.EnumerateArray())
        {
            var decided = count++ % 3 == 0 ? "0" : "1";
            var events = film.GetProperty("findings").EnumerateArray()
                .Select(finding => new { id = Guid.NewGuid(), kind = "adjudication.set", handle = film.GetProperty("handle").GetString(), finding = finding.GetString(), @new = decided });
            Assert.Equal(0, (await ServedCampaign.Post(judge, "/api/events", new { events })).GetProperty("refused").GetArrayLength());
        }
    }

    /// <summary>The figures of the curator's page, once they count in all that was rated.</summary>
    private static async Task<Dictionary<string, (long N, double Kappa)>> Kappas(HttpClient curator)
    {
        JsonElement view;
        do
        {
            view = await curator.GetFromJsonAsync<JsonElement>("/api/curator/overview", TestContext.Current.CancellationToken);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        while (view.GetProperty("pending").GetBoolean());
        return view.GetProperty("agreement").EnumerateArray().Where(figure => figure.GetProperty("kind").GetString() == "raters").ToDictionary(
            figure => figure.GetProperty("finding").GetString()!, figure => (figure.GetProperty("n").GetInt64(), figure.GetProperty("kappa").GetDouble()), StringComparer.Ordinal);
    }

    private static Dictionary<string, (long N, double Kappa)> KappasOf(JsonElement results, string comparison) =>
        results.GetProperty("agreement").EnumerateArray().Where(figure => figure.GetProperty("comparison").GetString() == comparison).ToDictionary(
            figure => figure.GetProperty("finding").GetString()!,
            figure => (figure.GetProperty("n").GetInt64(), figure.GetProperty("statistics").GetProperty("cohen_kappa").GetProperty("value").GetDouble()),
            StringComparer.Ordinal);

    /// <summary>On drains: what was decided, and what the sealed table says of the same film.</summary>
    private List<(bool Decided, bool Sealed)> Decisions()
    {
        var rows = File.ReadAllLines(Scratch["out/tubes/campaign/frozen/adjudicated.csv"]).Skip(1).Select(line => line.Split(','));
        return [.. rows.Where(row => row[3].Length > 0).Select(row => (row[3] == "positive", int.Parse(row[1].AsSpan(4, row[1].Length - 8), NumberStyles.None, CultureInfo.InvariantCulture) % 2 == 1))];
    }

    /// <summary>Cohen (1960), for two by two.</summary>
    private static double Kappa(List<(bool A, bool B)> pairs)
    {
        double Share(Func<(bool A, bool B), bool> isSo) => pairs.Count(isSo) / (double)pairs.Count;
        var (a, b) = (Share(pair => pair.A), Share(pair => pair.B));
        var chance = (a * b) + ((1 - a) * (1 - b));
        return (Share(pair => pair.A == pair.B) - chance) / (1 - chance);
    }
}
