using System.Text;
using System.Text.Json;

namespace Neatx.Web.Tests.Server;

/// <summary>Bodies that are too large or of another kind, at every address that takes one.</summary>
public sealed class HostileBodyTests
{
    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task EveryPost_OfAnotherContentType_IsRefusedInWords(string type)
    {
        await using var campaign = await TestCampaign.Start();
        var curator = await campaign.Curator();
        var (_, document) = await curator.Get("/openapi/v1.json");
        var tried = 0;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("post", out var post) || !post.TryGetProperty("requestBody", out _)) continue;
            tried++;
            using var content = new StringContent("events=1", Encoding.UTF8);
            content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            using var response = await curator.Send(HttpMethod.Post, path.Name.Replace("{code}", "x", StringComparison.Ordinal), content);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            // Who may not come in is told that first.
            Assert.True((int)response.StatusCode is 415 or 403, $"{path.Name}: {(int)response.StatusCode} {body}");
            var problem = JsonSerializer.Deserialize<JsonElement>(body);
            Assert.StartsWith("What was saved is safe.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(problem.GetProperty("what_to_do").GetString()!);
        }

        Assert.True(tried > 5, $"Only {tried} addresses were tried: does the document list them?");
    }

    /// <summary>Clients send all before they read: one that is hung up on sees a broken connection in place of the answer.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_OfHundredMegabytes_IsAnsweredInWordsEachTime(bool isKnown)
    {
        await using var campaign = await TestCampaign.Start(onKestrel: true);
        var client = isKnown ? await campaign.Rater("r1") : campaign.Anonymous();
        var large = new byte[100_000_000];
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var content = new ByteArrayContent(large);
            content.Headers.ContentType = new("application/json");
            using var response = await client.Send(HttpMethod.Post, "/api/events", content);
            Assert.Equal(413, (int)response.StatusCode);
            var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("too_large", problem.GetProperty("code").GetString());
        }
    }

    /// <summary>Without a length said in advance, so that the server must stop reading by itself.</summary>
    [Fact]
    public async Task Body_OfHundredMegabytesInPieces_IsReadNoFurtherThanTheLimit()
    {
        await using var campaign = await TestCampaign.Start(onKestrel: true);
        var rater = await campaign.Rater("r1");
        var sent = 0L;
        using var content = new PiecesContent(100 << 20, count => sent += count);
        try
        {
            using var response = await rater.Send(HttpMethod.Post, "/api/events", content);
            Assert.Equal(413, (int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The server hung up on a body that it would not take.
        }

        Assert.InRange(sent, 0, 50 << 20);
        await rater.Rate((await rater.Next(1))[0], "1");
    }
}
