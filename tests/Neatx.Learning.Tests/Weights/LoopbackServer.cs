using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Neatx.Learning.Tests.Weights;

/// <summary>A web server of a few lines on this machine, which answers what a test wants and closes the connection.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<Request, byte[]> _answer;
    private readonly Task _work;

    /// <param name="answer">Gives the bytes of the whole answer: status line, headers, body.</param>
    public LoopbackServer(Func<Request, byte[]> answer)
    {
        _answer = answer;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/models/");
        _work = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>What was asked, in order.</summary>
    public List<Request> Requests { get; } = [];

    /// <summary>An answer with its length.</summary>
    public static byte[] Answer(string status, ReadOnlySpan<byte> body, params ReadOnlySpan<string> headers) => [.. Head(status, [$"Content-Length: {body.Length}", .. headers]), .. body];

    public static byte[] Head(string status, params ReadOnlySpan<string> headers)
    {
        var text = new StringBuilder($"HTTP/1.1 {status}\r\nConnection: close\r\n");
        foreach (var header in headers) text.Append(header).Append("\r\n");
        return Encoding.ASCII.GetBytes(text.Append("\r\n").ToString());
    }

    public void Dispose()
    {
        _listener.Stop();
        _work.GetAwaiter().GetResult();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                var first = await reader.ReadLineAsync() ?? "";
                var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                while (await reader.ReadLineAsync() is { Length: > 0 } line) headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
                var request = new Request(first.Split(' ') is [_, var path, _] ? path : "", headers);
                Requests.Add(request);
                await stream.WriteAsync(_answer(request));
            }
            catch (Exception ended) when (ended is IOException)
            {
                // The client went away, as it may.
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    /// <summary>What a client asked for.</summary>
    internal sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers)
    {
        /// <summary>The first byte asked for, or null for all.</summary>
        public int? From => Headers.TryGetValue("Range", out var range) ? int.Parse(range["bytes=".Length..^1], System.Globalization.CultureInfo.InvariantCulture) : null;
    }
}
