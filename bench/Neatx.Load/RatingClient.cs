using System.Net.Http.Json;
using System.Text.Json;

namespace Neatx.Load;

/// <summary>A rater's page, as far as the server sees it.</summary>
internal sealed class RatingClient(HttpClient http, Latencies next, Latencies save)
{
    private readonly Queue<string> _films = [];

    /// <summary>Rates one film; false when there is none left.</summary>
    public async Task<bool> RateOne()
    {
        if (_films.Count == 0) await Fetch();
        if (!_films.TryDequeue(out var handle)) return false;
        object[] events =
        [
            new { id = Guid.NewGuid(), kind = "rating.set", handle, finding = "Chest drain", @new = "1", window = "2048,1024" },
            new { id = Guid.NewGuid(), kind = "image.completed", handle, dwell_ms = 2000 },
        ];
        using var response = await save.Measure(() => http.PostAsJsonAsync("/api/events", new { events }));
        return true;
    }

    private async Task Fetch()
    {
        using var response = await next.Measure(() => http.PostAsJsonAsync("/api/work/next", new { count = 5 }));
        if (response is null) return;
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        foreach (var film in body.GetProperty("films").EnumerateArray()) _films.Enqueue(film.GetProperty("handle").GetString()!);
    }
}
