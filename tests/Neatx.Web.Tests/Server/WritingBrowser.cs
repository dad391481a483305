using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Neatx.Core.Statistics;
using Neatx.Web.ServerHost;

namespace Neatx.Web.Tests.Server;

/// <summary>
/// A rater's browser, as the server knows it: changes one answer after another, keeps each until it is acknowledged, and sends it again, with its
/// id, to whatever serves next.
/// </summary>
internal sealed class WritingBrowser(string bearer, IReadOnlyList<string> handles, ulong seed)
{
    private static readonly string[] Grades = ["0", "0.25", "0.5", "0.75", "1"];

    private RandomStream _random = new(seed);
    private Change? _unsent;

    /// <summary>Something the rater said.</summary>
    public sealed record Change(Guid Id, string Handle, string Finding, string Grade);

    /// <summary>What was acknowledged: id to sequence and what was said.</summary>
    public ConcurrentDictionary<Guid, (long Sequence, Change Said)> Acknowledged { get; } = [];

    /// <summary>Goes on until cancelled; a lost connection is no end.</summary>
    /// <param name="address">Where the server is now.</param>
    /// <param name="token">Ends it.</param>
    public async Task Run(Func<Uri> address, CancellationToken token)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        while (!token.IsCancellationRequested)
        {
            try
            {
                await Send(http, address(), token);
            }
            catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
            {
                // Nobody there between two servers: look again soon.
                await Task.Delay(5, CancellationToken.None);
            }
        }
    }

    private async Task Send(HttpClient http, Uri address, CancellationToken token)
    {
        _unsent ??= Next();
        object[] events = [new { id = _unsent.Id, kind = "rating.set", handle = _unsent.Handle, finding = _unsent.Finding, @new = _unsent.Grade }];
        using var response = await http.PostAsJsonAsync(new Uri(address, "/api/events"), new { events }, token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(token);
        var acknowledged = Assert.Single(body.GetProperty("acknowledged").EnumerateArray());
        Assert.Equal(_unsent.Id, acknowledged.GetProperty("id").GetGuid());
        Acknowledged[_unsent.Id] = (acknowledged.GetProperty("sequence").GetInt64(), _unsent);
        _unsent = null;
    }

    private Change Next()
    {
        Span<byte> id = stackalloc byte[16];
        BitConverter.TryWriteBytes(id, _random.NextUInt64());
        BitConverter.TryWriteBytes(id[8..], _random.NextUInt64());
        return new(new Guid(id), handles[_random.NextInt(handles.Count)], KilledCampaign.Findings[_random.NextInt(KilledCampaign.Findings.Count)], Grades[_random.NextInt(Grades.Length)]);
    }
}
