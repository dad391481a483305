using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using Neatx.Core.Statistics;

namespace Neatx.Web.Tests.Store;

/// <summary>
/// A rater's browser in small: changes one answer after another, keeps each until it is acknowledged, and sends it again, with its id, to
/// whatever answers on the socket next.
/// </summary>
internal sealed class WritingClient(string socket, string rater, IReadOnlyList<int> images, IReadOnlyList<string> findings, ulong seed)
{
    private static readonly string[] Grades = ["0", "0.25", "0.5", "0.75", "1"];

    private RandomStream _random = new(seed);
    private string? _unsent;

    /// <summary>What was acknowledged: id to sequence and what was said.</summary>
    public ConcurrentDictionary<Guid, (long Sequence, string Said)> Acknowledged { get; } = [];

    /// <summary>Goes on until cancelled; a lost connection is no end.</summary>
    public async Task Run(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), token);
                await Talk(connection, token);
            }
            catch (Exception error) when (error is SocketException or IOException or OperationCanceledException)
            {
                // Nobody there between two servers: look again soon.
                await Task.Delay(5, CancellationToken.None);
            }
        }
    }

    private async Task Talk(Socket connection, CancellationToken token)
    {
        await using var stream = new NetworkStream(connection);
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { AutoFlush = true, NewLine = "\n" };
        while (!token.IsCancellationRequested)
        {
            _unsent ??= Change();
            await writer.WriteLineAsync(_unsent.AsMemory(), token);
            if (await reader.ReadLineAsync(token) is not { } answer) return;
            var words = answer.Split(' ');
            Assert.Equal("ok", words[0]);
            Acknowledged[Guid.Parse(words[1])] = (long.Parse(words[2], CultureInfo.InvariantCulture), _unsent);
            _unsent = null;
        }
    }

    private string Change()
    {
        Span<byte> id = stackalloc byte[16];
        BitConverter.TryWriteBytes(id, _random.NextUInt64());
        BitConverter.TryWriteBytes(id[8..], _random.NextUInt64());
        var (image, finding, grade) = (images[_random.NextInt(images.Count)], findings[_random.NextInt(findings.Count)], Grades[_random.NextInt(Grades.Length)]);
        return string.Create(CultureInfo.InvariantCulture, $"{rater} {new Guid(id)} {image} {finding} {grade}");
    }
}
