using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Neatx.Cli.Tests.Driving;

/// <summary>neatx serve on a port of its own, and the people whom its first start invites.</summary>
internal sealed partial class ServedCampaign : IDisposable
{
    private const string Password = "correct horse battery";
    private readonly Process _process;
    private readonly List<HttpClient> _clients = [];
    private readonly List<string> _codes = [];

    /// <summary>Starts it; on return it serves.</summary>
    public ServedCampaign(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Started.Neatx, ["serve", .. arguments, "--no-browser", "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        // The log: taken, so that the server never waits for a reader.
        _process.BeginErrorReadLine();
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (Serving().Match(line) is { Success: true } serving) Address = new Uri(serving.Groups[1].Value);
            if (Invited().Match(line) is { Success: true } invited) _codes.Add(invited.Groups[1].Value);
            // The curator and two raters.
            if (_codes.Count == 3) return;
        }

        throw new InvalidOperationException("neatx serve ended before it served.");
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The code of the link for the curator (0) or a rater (1, 2).</summary>
    public string CodeOf(int link) => _codes[link];

    /// <summary>Lets a person in: a client that is signed in and sends what our pages send.</summary>
    public async Task<HttpClient> Accept(string code, string name)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = Address };
        _clients.Add(client);
        await TakeToken(client);
        await Post(client, "/api/invitations/accept", new { code, name, password = Password });
        await TakeToken(client);
        return client;
    }

    public static async Task<JsonElement> Post(HttpClient client, string path, object body)
    {
        using var response = await client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>SIGKILL: as when the machine loses power.</summary>
    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task TakeToken(HttpClient client)
    {
        var me = await client.GetFromJsonAsync<JsonElement>("/api/me", TestContext.Current.CancellationToken);
        client.DefaultRequestHeaders.Remove("X-Antiforgery");
        client.DefaultRequestHeaders.Add("X-Antiforgery", me.GetProperty("antiforgery").GetString());
    }

    [GeneratedRegex(" on (http://[^ ]+)  ")]
    private static partial Regex Serving();

    [GeneratedRegex("/invitation#(.+)$")]
    private static partial Regex Invited();
}
