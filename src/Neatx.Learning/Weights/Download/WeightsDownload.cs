using System.Net;
using System.Net.Http.Headers;

namespace Neatx.Learning.Weights.Download;

/// <summary>
/// Downloads a published file: goes on where a former attempt stopped, if the server still has the same content; follows redirects to https only; never takes more bytes
/// than the file has; and gives it its name only when its SHA-256 is the pinned one.
/// </summary>
public sealed class WeightsDownload : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpClient _client;
    private readonly PullOptions _options;

    public WeightsDownload(PullOptions options)
    {
        _options = options;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = options.Patience, AutomaticDecompression = DecompressionMethods.None })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("neatx", null));
    }

    /// <summary>Downloads to a path.</summary>
    /// <param name="weights">What.</param>
    /// <param name="target">The file that it becomes; beside it lies NAME.part until then.</param>
    /// <param name="progress">Hears bytes that are there and bytes in all.</param>
    /// <exception cref="NeatxException">It cannot be had, with what to do; or what came is another file.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what came is kept to go on from.</exception>
    public async Task PullAsync(PublicWeights weights, string target, Action<long, long> progress, CancellationToken cancellation)
    {
        var address = weights.AddressAt(_options.Mirror);
        using var part = PartialFile.Open(target);
        for (var attempt = 1; ; attempt++)
        {
            var before = part.Length;
            try
            {
                await FetchAsync(address, weights, part, progress, cancellation);
                break;
            }
            catch (Exception broken) when (broken is HttpRequestException or TimeoutException && !cancellation.IsCancellationRequested)
            {
                if (attempt < _options.Attempts && part.Length != before) continue;
                throw Unreachable(address, weights, part.Length, broken);
            }
            finally
            {
                part.Flush();
            }
        }

        if (part.Finish(target, weights) is { } problem)
            throw new NeatxException($"what {address} gave is not the published file: {problem}. It was deleted. Run this again, or name another place with --mirror URL or a copy with --file PATH.");
    }

    public void Dispose() => _client.Dispose();

    /// <summary>"https" from anywhere, since an attacker on the way could send a download elsewhere.</summary>
    private static Uri Redirect(HttpResponseMessage answer, Uri address)
    {
        var location = answer.Headers.Location ?? throw new NeatxException($"{address} redirects to nowhere.");
        var next = new Uri(address, location);
        return next.Scheme == Uri.UriSchemeHttps ? next : throw new NeatxException($"{address} redirects to {next}, which is not https and is not followed. Name another place with --mirror URL or a copy with --file PATH.");
    }

    private async Task FetchAsync(Uri address, PublicWeights weights, PartialFile part, Action<long, long> progress, CancellationToken cancellation)
    {
        if (part.Length == weights.Length) return;
        if (part.Length > weights.Length) part.Restart(null);
        using var answer = await AskAsync(address, part, cancellation);
        switch (answer.StatusCode)
        {
            case HttpStatusCode.PartialContent when answer.Content.Headers.ContentRange is { From: { } from } && from == part.Length:
                break;
            case HttpStatusCode.OK:
                // No former attempt, another content by now, or a server that cannot go on in the middle.
                part.Restart(answer.Headers.ETag is { IsWeak: false } tag ? tag.Tag : null);
                break;
            case HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
                part.Restart(null);
                throw new HttpRequestException("the server gave another part than was asked for");
            default:
                throw new NeatxException($"{address} answers {(int)answer.StatusCode} {answer.ReasonPhrase}. Name another place with --mirror URL, or a copy of {weights.FileName} with --file PATH.");
        }

        var total = part.Length + (answer.Content.Headers.ContentLength ?? (weights.Length - part.Length));
        if (total != weights.Length)
        {
            part.Restart(null);
            throw new NeatxException($"{address} offers {total:N0} bytes ({answer.Content.Headers.ContentType?.MediaType ?? "of no stated type"}); {weights.FileName} has {weights.Length:N0}. "
                + "It is another file: name another place with --mirror URL or a copy with --file PATH.");
        }

        await CopyAsync(answer, weights, part, progress, cancellation);
    }

    private async Task<HttpResponseMessage> AskAsync(Uri address, PartialFile part, CancellationToken cancellation)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (part.Length > 0)
            {
                request.Headers.Range = new RangeHeaderValue(part.Length, null);
                if (part.Tag is { } tag) request.Headers.IfRange = new RangeConditionHeaderValue(new EntityTagHeaderValue(tag));
            }

            var answer = await WithinAsync(_options.Patience, token => _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token), cancellation);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308)) return answer;
            using (answer) address = Redirect(answer, address);
        }

        throw new NeatxException($"{address} redirects more than {MostRedirects} times. Name another place with --mirror URL or a copy with --file PATH.");
    }

    private async Task CopyAsync(HttpResponseMessage answer, PublicWeights weights, PartialFile part, Action<long, long> progress, CancellationToken cancellation)
    {
        await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[1 << 16];
        while (part.Length < weights.Length)
        {
            var room = (int)Math.Min(buffer.Length, weights.Length - part.Length);
            var read = await WithinAsync(_options.Stall, token => ReadAsync(content, buffer.AsMemory(0, room), token), cancellation);
            if (read == 0) throw new HttpRequestException("the connection ended early");
            part.Write(buffer.AsSpan(0, read));
            progress(part.Length, weights.Length);
        }
    }

    /// <summary>A broken connection is not a full disk, though both come as the same kind of exception.</summary>
    private static async Task<int> ReadAsync(Stream content, Memory<byte> room, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAsync(room, cancellation);
        }
        catch (IOException broken)
        {
            throw new HttpRequestException(broken.Message, broken);
        }
    }

    private static async Task<T> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        source.CancelAfter(limit);
        try
        {
            return await work(source.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"nothing came for {limit.TotalSeconds:0.###} s"), late);
        }
    }

    private static NeatxException Unreachable(Uri address, PublicWeights weights, long kept, Exception broken) => new(
        $"""
        {weights.FileName} could not be downloaded from {address}: {Wording.Sentence(broken.Message)}
        {(kept == 0 ? "Nothing came." : $"{kept:N0} of {weights.Length:N0} bytes are kept; run this again to go on from there.")} Without a network, or behind one that does not let it through, fetch that address
        elsewhere and name the file with --file PATH, or name a mirror with --mirror URL.
        """,
        broken);
}
