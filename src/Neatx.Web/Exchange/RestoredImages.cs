using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>Puts images back, lot by lot, and holds each lot to what the log says was added.</summary>
internal sealed class RestoredImages(StoreSession session) : IDisposable
{
    private const int Chunk = 10_000;

    private readonly List<StoredImage> _waiting = [];
    private readonly ImageListHash _list = new();
    private int _first;

    public void Add(StoredImage image)
    {
        if (_list.Count == 0) _first = image.Number;
        _list.Add(image);
        _waiting.Add(image);
        if (_waiting.Count == Chunk) Flush();
    }

    /// <summary>A lot ends where the next event begins.</summary>
    /// <exception cref="FormatException">The images are not those of the log.</exception>
    public void Finish()
    {
        var lot = session.State.Added.Count == 0 ? null : session.State.Added[^1];
        if (_list.Count == 0) return;
        Flush();
        if (lot is null || lot.First != _first || lot.Count != _list.Count || lot.Sha256 != _list.Finish())
            throw new FormatException("The images before this line are not those that the log says were added.");
    }

    public void Dispose() => _list.Dispose();

    private void Flush()
    {
        session.Database.InsertImages(session.Connection, session.Transaction!, _waiting);
        _waiting.Clear();
    }
}
