using Neatx.Web.Exchange;
using Neatx.Workspace.Campaign;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;

namespace Neatx.Web.Tests.Server;

/// <summary>Names of files that lead elsewhere, and text that others would run.</summary>
public sealed class HostileFileTests
{
    private const string Protocol = """
        name: films
        title: Films
        findings: {Mass: }
        datasets:
          films:
            title: Films
            table: {files: films.csv, format: csv, columns: {image: image, patient: patient, keep: {image_dir: folder}}}
            images: {folders: films, path: "{image_dir}/{image}"}
        campaign: {title: Films, images: films, findings: {Mass: }}
        """;

    private static readonly string[] Formulas = ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1"];

    private static readonly (string Folder, string Image, string Expected)[] LeadOut =
    [
        ("../../../../../../etc", "passwd", "would be '../../../../../../etc/passwd'"),
        ("..", "secret.png", "would be '../secret.png'"),
        ("/etc", "passwd", "would be '/etc/passwd'"),
        ("good/../..", "secret.png", "would be 'good/../../secret.png'"),
        ("good", "linked.png", "a link to"),
        ("linked", "secret.png", "a link to"),
    ];

    private static readonly string[] Addresses =
    [
        "/../../../../etc/passwd",
        "/..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "/..%5c..%5cetc%5cpasswd",
        "/....//....//etc/passwd",
        "/campaign/campaign.db",
        "/campaign/keys/",
        "/api/films/..%2f..%2fetc%2fpasswd/pixels",
        "/api/films/%2e%2e%2f%2e%2e%2fetc%2fpasswd/thumbnail",
        "/api/curator/export/..%2f..%2fcampaign%2fcampaign.db",
        "/api/curator/export/%2fetc%2fpasswd",
        "/api/examples/..%2f1/pixels",
    ];

    /// <summary>The file column of a dataset that somebody else wrote, read while the server runs.</summary>
    [Fact]
    public async Task AddImages_NameThatLeadsOut_IsRefusedAndNothingIsAdded()
    {
        await using var campaign = await TestCampaign.Start();
        var curator = await campaign.Curator();
        LayFilms(campaign.Folder);
        foreach (var (folder, image, expected) in LeadOut)
        {
            File.WriteAllText(Path.Combine(campaign.Folder, "films.csv"), $"image,patient,folder\n{image},p1,{folder}\n");
            var document = ProtocolReader.Read(Path.Combine(campaign.Folder, "protocol.yaml")).DocumentOrThrow();
            campaign.Source = () => CampaignSource.Read(document, Path.Combine(campaign.Folder, "out"), new Silence(), TestContext.Current.CancellationToken);
            var (status, problem) = await curator.Post("/api/curator/plan", new { action = "add_images" });
            Assert.Equal((409, "refused"), (status, problem.GetProperty("code").GetString()));
            var detail = problem.GetProperty("detail").GetString()!;
            Assert.StartsWith($"What was saved is safe. films: the film of image '{image}' ", detail, StringComparison.Ordinal);
            Assert.Contains(expected, detail, StringComparison.Ordinal);
        }

        Assert.Equal(6, campaign.Store.Read((state, _) => state.Images));
    }

    /// <summary>Written in an address, plainly or not, no path leads to a file.</summary>
    [Fact]
    public async Task Address_ThatLeadsOut_GivesNoFile()
    {
        await using var campaign = await TestCampaign.Start();
        var curator = await campaign.Curator();
        foreach (var path in Addresses)
        {
            using var response = await curator.Send(HttpMethod.Get, path, null);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
            Assert.DoesNotContain("SQLite format", body, StringComparison.Ordinal);
            // The pages know their own addresses: what is no file is the first page.
            if (path.StartsWith("/api/", StringComparison.Ordinal)) Assert.Contains((int)response.StatusCode, new[] { 400, 404 });
            else Assert.StartsWith("<!doctype html>", body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Note_WithScript_StaysText()
    {
        const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)> \u2028 </textarea>";
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        await rater.Events(new { id = Guid.NewGuid(), kind = "note.set", handle, @new = Script });
        await rater.Rate(handle, "1");
        using var page = await rater.Send(HttpMethod.Get, "/api/work", null);
        Assert.Equal("application/json", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        // Not even as characters, should somebody paste the answer into a page.
        Assert.DoesNotContain("<script>", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var (_, work) = await rater.Get("/api/work");
        Assert.Equal(Script, work.GetProperty("films")[0].GetProperty("answers").GetProperty("note").GetString());
        var curator = await campaign.Curator();
        foreach (var format in new[] { "long", "raw", "events", "label-studio" })
        {
            using var export = await curator.Send(HttpMethod.Get, $"/api/curator/export/{format}", null);
            Assert.Equal("attachment", export.Content.Headers.ContentDisposition?.DispositionType);
            Assert.NotEqual("text/html", export.Content.Headers.ContentType?.MediaType);
            Assert.Equal("nosniff", export.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task Export_CellsThatAreFormulas_AreTextAndComeBackAsTheyWere()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handles = await rater.Next(Formulas.Length);
        for (var index = 0; index < Formulas.Length; index++)
        {
            var (_, outcome) = await rater.Events(new { id = Guid.NewGuid(), kind = "note.set", handle = handles[index], @new = Formulas[index] });
            Assert.Equal(1, outcome.GetProperty("acknowledged").GetArrayLength());
            await rater.Rate(handles[index], "1");
        }

        var curator = await campaign.Curator();
        foreach (var format in new[] { "long", "raw" })
        {
            using var export = await curator.Send(HttpMethod.Get, $"/api/curator/export/{format}", null);
            var text = await export.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var line in text.Split('\n')) Assert.DoesNotMatch("(^|,)\"?[=+@\t-]", line);
            var plan = campaign.Store.Read((state, _) => state.Plan!);
            var read = format == "long" ? LongFormat.Read(new StringReader(text), "long.csv", plan) : RawFormat.Read(new StringReader(text), "raw.csv", plan, "films");
            Assert.Equal(Formulas.Order(StringComparer.Ordinal), read.Select(each => each.Note!).Order(StringComparer.Ordinal));
        }
    }

    private static void LayFilms(string root)
    {
        var films = Directory.CreateDirectory(Path.Combine(root, "films")).FullName;
        var good = Directory.CreateDirectory(Path.Combine(films, "good")).FullName;
        var elsewhere = Directory.CreateDirectory(Path.Combine(root, "elsewhere")).FullName;
        foreach (var secret in new[] { Path.Combine(elsewhere, "secret.png"), Path.Combine(root, "secret.png") }) File.WriteAllText(secret, "secret");
        File.CreateSymbolicLink(Path.Combine(good, "linked.png"), Path.Combine(elsewhere, "secret.png"));
        Directory.CreateSymbolicLink(Path.Combine(films, "linked"), elsewhere);
        File.WriteAllText(Path.Combine(root, "protocol.yaml"), Protocol);
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
