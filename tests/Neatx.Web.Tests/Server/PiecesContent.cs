using System.Net;

namespace Neatx.Web.Tests.Server;

/// <summary>A JSON body of a size that is not said in advance: one long text, piece by piece.</summary>
internal sealed class PiecesContent : HttpContent
{
    private readonly long _bytes;
    private readonly Action<int> _sent;

    /// <param name="bytes">The size.</param>
    /// <param name="sent">Told of each piece that went out.</param>
    public PiecesContent(long bytes, Action<int> sent)
    {
        (_bytes, _sent) = (bytes, sent);
        Headers.ContentType = new("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("{\"events\":[{\"id\":\""u8.ToArray());
        var piece = new byte[1 << 16];
        Array.Fill(piece, (byte)'a');
        for (var sent = 0L; sent < _bytes; sent += piece.Length)
        {
            await stream.WriteAsync(piece);
            _sent(piece.Length);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
