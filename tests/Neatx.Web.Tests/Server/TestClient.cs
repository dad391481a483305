using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;

namespace Neatx.Web.Tests.Server;

/// <summary>A browser, as far as the API knows one: it keeps cookies and sends the antiforgery token.</summary>
internal sealed class TestClient
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private readonly HttpClient _http;
    private string? _antiforgery;

    public TestClient(WebApplication app)
    {
        var isInProcess = app.Services.GetService(typeof(Microsoft.AspNetCore.Hosting.Server.IServer)) is TestServer;
        _http = isInProcess ? app.GetTestClient() : new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        _http.DefaultRequestHeaders.Host = isInProcess ? "localhost" : null;
    }

    /// <summary>A token of a script, sent in place of cookies.</summary>
    public string? Bearer { get; init; }

    /// <summary>Whether the antiforgery token is sent. Default: true.</summary>
    public bool IsOurPage { get; init; } = true;

    public IReadOnlyDictionary<string, string> Cookies => _cookies;

    public Task<(int Status, JsonElement Body)> Get(string path) => Json(HttpMethod.Get, path, null);

    public async Task<(int Status, JsonElement Body)> Post(string path, object body)
    {
        if (IsOurPage && Bearer is null && _antiforgery is null) await Get("/api/me");
        return await Json(HttpMethod.Post, path, JsonContent.Create(body));
    }

    public Task<(int Status, JsonElement Body)> Delete(string path) => Json(HttpMethod.Delete, path, null);

    public Task<(int Status, JsonElement Body)> Events(params object[] events) => Post("/api/events", new { events });

    /// <summary>The films that the rater is given.</summary>
    public async Task<IReadOnlyList<string>> Next(int count)
    {
        var (status, body) = await Post("/api/work/next", new { count });
        Assert.True(status == 200, body.ToString());
        return [.. body.GetProperty("films").EnumerateArray().Select(film => film.GetProperty("handle").GetString()!)];
    }

    /// <summary>Answers both findings of a film and completes it.</summary>
    public async Task Rate(string handle, string drain, string feeding = "0")
    {
        var (status, body) = await Events(
            Set(handle, TestCampaign.Drain, drain), Set(handle, TestCampaign.Feeding, feeding), new { id = Guid.NewGuid(), kind = "image.completed", handle, dwell_ms = 4000 });
        Assert.True(status == 200 && body.GetProperty("refused").GetArrayLength() == 0, body.ToString());
    }

    public static object Set(string handle, string finding, string? grade) => new { id = Guid.NewGuid(), kind = "rating.set", handle, finding, @new = grade, window = "2048,1024" };

    /// <summary>Sends a request as it is, with this client's cookies.</summary>
    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (_cookies.Count > 0 && Bearer is null) request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        if (Bearer is not null) request.Headers.Add("Authorization", $"Bearer {Bearer}");
        if (IsOurPage && _antiforgery is not null) request.Headers.Add("X-Antiforgery", _antiforgery);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        Keep(response);
        return response;
    }

    private async Task<(int Status, JsonElement Body)> Json(HttpMethod method, string path, HttpContent? content)
    {
        using var response = await Send(method, path, content);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        var body = isJson && text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : JsonSerializer.SerializeToElement(text);
        if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty("antiforgery", out var token)) _antiforgery = token.GetString();
        return ((int)response.StatusCode, body);
    }

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var set)) return;
        foreach (var each in set)
        {
            var pair = each.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0) _cookies.Remove(pair[0]);
            else _cookies[pair[0]] = pair[1];
        }
    }
}
