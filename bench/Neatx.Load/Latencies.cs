using System.Collections.Concurrent;
using System.Diagnostics;

namespace Neatx.Load;

/// <summary>How long requests of a kind took, milliseconds, and how many failed.</summary>
internal sealed class Latencies(string what)
{
    private readonly ConcurrentBag<double> _all = [];
    private int _errors;

    public async Task<HttpResponseMessage?> Measure(Func<Task<HttpResponseMessage>> send)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            var response = await send();
            _all.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (response.IsSuccessStatusCode) return response;
            response.Dispose();
        }
        catch (HttpRequestException)
        {
            // Counted below, as any other failure.
        }

        Interlocked.Increment(ref _errors);
        return null;
    }

    public override string ToString()
    {
        var sorted = _all.Order().ToList();
        return sorted.Count == 0
            ? $"{what}: none"
            : FormattableString.Invariant($"{what}: n {sorted.Count}, p50 {At(.5):F1} ms, p95 {At(.95):F1} ms, p99 {At(.99):F1} ms, max {sorted[^1]:F1} ms, errors {_errors}");

        double At(double share) => sorted[Math.Min(sorted.Count - 1, (int)(share * sorted.Count))];
    }
}
