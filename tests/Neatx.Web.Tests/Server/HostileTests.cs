using System.Text;
using System.Text.Json;
using Neatx.Web.Hosting;

namespace Neatx.Web.Tests.Server;

/// <summary>What somebody tries who means harm, or whose program is broken.</summary>
public sealed class HostileTests
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    /// <summary>Walks the OpenAPI document: every endpoint, by everybody, with the handles of another rater.</summary>
    [Fact]
    public async Task EveryEndpoint_ByEverybody_GivesNothingOfAnotherRater()
    {
        await using var campaign = await TestCampaign.Start(images: 4);
        var victim = await campaign.Rater("victim");
        var handles = await victim.Next(4);
        await victim.Rate(handles[0], "0.75");
        await victim.Events(new { id = Guid.NewGuid(), kind = "note.set", handle = handles[0], @new = "secret of the victim" });
        var others = new Dictionary<string, TestClient>(StringComparer.Ordinal)
        {
            ["nobody"] = campaign.Anonymous(),
            ["rater"] = await campaign.Rater("r2"),
            ["viewer"] = await campaign.Viewer(),
            ["adjudicator"] = await campaign.Adjudicator(),
        };
        var (_, document) = await others["nobody"].Get("/openapi/v1.json");
        var tried = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var verb in path.Value.EnumerateObject().Where(each => Verbs.Contains(each.Name, StringComparer.Ordinal)))
            {
                foreach (var (who, client) in others)
                {
                    foreach (var handle in handles.Take(2))
                    {
                        tried++;
                        await Try(client, who, verb.Name, path.Name, handle);
                    }
                }
            }
        }

        Assert.True(tried > 150, $"Only {tried} requests were tried: does the document list the endpoints?");
        // What the victim answered stands as it was.
        var (_, page) = await victim.Get("/api/work");
        Assert.Equal("0.75", page.GetProperty("films")[0].GetProperty("answers").GetProperty("grades").GetProperty(TestCampaign.Drain).GetString());
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("1")]
    [InlineData("-----------------------")]
    public async Task Handle_Forged_IsNoFilm(string handle)
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        await rater.Next(2);
        var (status, _) = await rater.Get($"/api/films/{handle}/pixels");
        Assert.Contains(status, new[] { 400, 404 });
        var (_, outcome) = await rater.Events(TestClient.Set(handle, TestCampaign.Drain, "1"));
        Assert.Equal("not_given", outcome.GetProperty("refused")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Handles_OfTheSameFilm_DifferBetweenRaters()
    {
        await using var campaign = await TestCampaign.Start(images: 5);
        var (one, two) = (await (await campaign.Rater("r1")).Next(5), await (await campaign.Rater("r2")).Next(5));
        Assert.Empty(one.Intersect(two, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Answers_ForRaters_HoldNoNamesOfFilesOrPatients()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        foreach (var path in new[] { "/api/campaign", "/api/work", "/api/me" })
        {
            var (_, body) = await rater.Get(path);
            Assert.DoesNotContain(TestCampaign.SecretName, body.GetRawText(), StringComparison.Ordinal);
        }

        var (_, next) = await rater.Post("/api/work/next", new { count = 5 });
        Assert.DoesNotContain(TestCampaign.SecretName, next.GetRawText(), StringComparison.Ordinal);
        using var pixels = await rater.Send(HttpMethod.Get, $"/api/films/{next.GetProperty("films")[0].GetProperty("handle").GetString()}/pixels", null);
        Assert.DoesNotContain(TestCampaign.SecretName, pixels.Headers.ToString() + pixels.Content.Headers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_OfHundredMegabytes_IsRefusedAndNothingIsLost()
    {
        await using var campaign = await TestCampaign.Start(onKestrel: true);
        var rater = await campaign.Rater("r1");
        using var content = new ByteArrayContent(new byte[100 << 20]);
        content.Headers.ContentType = new("application/json");
        try
        {
            using var response = await rater.Send(HttpMethod.Post, "/api/events", content);
            Assert.Equal(413, (int)response.StatusCode);
            var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith("What was saved is safe.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            // The server hung up on a body that it would not take.
        }

        await rater.Rate((await rater.Next(1))[0], "1");
    }

    [Theory]
    [InlineData("text/plain", "{\"events\":[]}", 415)]
    [InlineData("application/xml", "<events/>", 415)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "null", 400)]
    [InlineData("application/json", "{\"events\":null}", 400)]
    [InlineData("application/json", "{\"events\":[null]}", 200)]
    [InlineData("application/json", "{\"events\":[{\"dwell_ms\":\"long\"}]}", 400)]
    public async Task Body_OfAnotherKind_IsAnsweredInWords(string type, string body, int expected)
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = new(type);
        using var response = await rater.Send(HttpMethod.Post, "/api/events", content);
        Assert.Equal(expected, (int)response.StatusCode);
        if (expected == 200) return;
        var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("What was saved is safe.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("what_to_do").GetString()!);
    }

    [Fact]
    public async Task Events_MoreThanFit_AreRefusedWhole()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        var (status, _) = await rater.Events([.. Enumerable.Range(0, 501).Select(_ => TestClient.Set(handle, TestCampaign.Drain, "1"))]);
        Assert.Equal(413, status);
    }

    [Fact]
    public async Task Disk_Full_IsToldAndTheSameIsTakenOnceThereIsRoom()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        await campaign.Store.Run(session =>
        {
            using var command = session.Connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count = 1";
            return command.ExecuteScalar();
        });
        var (status, answer, sent) = (200, default(JsonElement), default(object));
        for (var count = 0; status == 200 && count < 2000; count++)
        {
            sent = new { id = Guid.NewGuid(), kind = "note.set", handle, @new = new string('a', 1900) + count };
            (status, answer) = await rater.Events(sent);
        }

        Assert.Equal((503, "not_saved"), (status, answer.GetProperty("code").GetString()));
        Assert.StartsWith("What was saved is safe.", answer.GetProperty("detail").GetString(), StringComparison.Ordinal);
        (status, answer) = await rater.Events(sent!);
        Assert.Equal((200, 1), (status, answer.GetProperty("acknowledged").GetArrayLength()));
    }

    [Fact]
    public async Task Requests_WithoutOurToken_ChangeNothing()
    {
        await using var campaign = await TestCampaign.Start();
        var rater = await campaign.Rater("r1");
        var handle = (await rater.Next(1))[0];
        var elsewhere = campaign.Anonymous();
        var forged = new TestClient(campaign.App) { IsOurPage = false };
        var (status, problem) = await forged.Post("/api/sign-in", new { name = "r1", password = TestCampaign.Password });
        Assert.Equal((400, "antiforgery"), (status, problem.GetProperty("code").GetString()));
        // The token of another session does not fit either.
        await elsewhere.Get("/api/me");
        using var content = new StringContent("{\"events\":[]}", Encoding.UTF8, "application/json");
        using var response = await rater.Send(HttpMethod.Post, "/api/events", content, ("X-Antiforgery", "made up"));
        Assert.Equal(400, (int)response.StatusCode);
        Assert.NotNull(handle);
    }

    [Fact]
    public async Task Requests_TooMany_AreToldToWait()
    {
        await using var campaign = await TestCampaign.Start(limits: new ServerLimits { Burst = 30, PerSecond = 1 });
        var rater = await campaign.Rater("r1");
        var answers = new List<(int Status, JsonElement Body)>();
        for (var count = 0; count < 60 && !answers.Exists(answer => answer.Status == 429); count++) answers.Add(await rater.Get("/api/campaign"));
        var (status, problem) = answers[^1];
        Assert.Equal(429, status);
        Assert.Contains("send it again", problem.GetProperty("what_to_do").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_OfAnotherSite_IsRefusedOnLoopback()
    {
        await using var campaign = await TestCampaign.Start();
        using var response = await campaign.Anonymous().Send(HttpMethod.Get, "/api/me", null, ("Host", "rebound.example"));
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Pages_AllowNothingInline()
    {
        await using var campaign = await TestCampaign.Start();
        using var response = await campaign.Anonymous().Send(HttpMethod.Get, "/", null);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private static async Task Try(TestClient client, string who, string verb, string template, string handle)
    {
        // Signing out would end the hostile client's own session.
        if (template == "/api/sign-out") return;
        var path = template.Replace("{handle}", handle, StringComparison.Ordinal).Replace("{format}", "long", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal).Replace("{id}", handle, StringComparison.Ordinal);
        object body = new
        {
            events = new[] { new { id = Guid.NewGuid(), kind = "rating.set", handle, finding = TestCampaign.Drain, @new = "0" } },
            count = 5,
            action = "pause",
            rater = handle,
            code = handle,
            role = "curator",
            name = "mallory",
            password = "mallory mallory",
            credential = "{}",
        };
        var (status, answer) = verb == "get" ? await client.Get(path) : verb == "delete" ? await client.Delete(path) : await client.Post(path, body);
        Assert.True(status < 500, $"{who} {verb} {path}: {status} {answer}");
        // Viewers see what curators see, which is what raters answered; nobody else does.
        var seesAnswers = who == "viewer" && template.StartsWith("/api/curator/", StringComparison.Ordinal);
        if (!seesAnswers) Assert.DoesNotContain("secret of the victim", answer.GetRawText(), StringComparison.Ordinal);
        if (template.Contains("{handle}", StringComparison.Ordinal)) Assert.True(status is 401 or 403 or 404 or 400, $"{who} {verb} {path}: {status} {answer}");
        var isOfCurators = template.StartsWith("/api/curator/", StringComparison.Ordinal) || template.StartsWith("/api/invitations", StringComparison.Ordinal);
        if (isOfCurators && !seesAnswers) Assert.True(status is 400 or 401 or 403 or 404 or 410, $"{who} {verb} {path}: {status} {answer}");
        if (who == "viewer" && verb != "get" && isOfCurators) Assert.True(status is 400 or 403 or 404 or 410, $"{who} {verb} {path}: {status} {answer}");
        if (who == "nobody" && status == 200)
            Assert.True(template is "/api/me" or "/api/passkeys/request-options", $"Nobody may {verb} {path}, and got: {answer}");
    }
}
