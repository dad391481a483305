using Neatx.Imaging.Films;
using Neatx.Web.Hosting;

namespace Neatx.Web.Films;

/// <summary>
/// Decodes films, each once however many ask for it at the same time, and keeps the latest in memory. No more are decoded at once than there are
/// processors. Safe for any number of threads.
/// </summary>
internal sealed class FilmCache(ServerLimits limits) : IDisposable
{
    private readonly FilmReader _reader = new();
    private readonly SemaphoreSlim _free = new(Math.Max(1, Environment.ProcessorCount));
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = [];
    private long _bytes;

    public Task<EncodedFilm> Get(string path)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(path, out var node))
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
                return node.Value.Film;
            }

            var entry = new Entry(path);
            entry.Film = Decode(entry);
            _entries.Add(path, _byUse.AddFirst(entry));
            return entry.Film;
        }
    }

    public void Dispose() => _free.Dispose();

    private async Task<EncodedFilm> Decode(Entry entry)
    {
        // Never under the lock of the caller.
        await Task.Yield();
        await _free.WaitAsync();
        try
        {
            var film = EncodedFilm.Of(_reader.Read(entry.Path));
            Keep(entry, film);
            return film;
        }
        catch
        {
            Forget(entry);
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    private void Keep(Entry entry, EncodedFilm film)
    {
        lock (_gate)
        {
            // A film that cannot be read now may be mended meanwhile.
            if (film.Refusal is not null)
            {
                Drop(entry);
                return;
            }

            entry.Bytes = film.Gzip.Length;
            _bytes += entry.Bytes;
            for (var last = _byUse.Last; _bytes > limits.FilmBytes && last is not null && last.Value != entry;)
            {
                var before = last.Previous;
                if (last.Value.Bytes > 0) Drop(last.Value);
                last = before;
            }
        }
    }

    private void Forget(Entry entry)
    {
        lock (_gate) Drop(entry);
    }

    private void Drop(Entry entry)
    {
        if (!_entries.Remove(entry.Path, out var node)) return;
        _byUse.Remove(node);
        _bytes -= entry.Bytes;
    }

    private sealed class Entry(string path)
    {
        public string Path { get; } = path;

        public Task<EncodedFilm> Film { get; set; } = null!;

        /// <summary>0 while it is being decoded.</summary>
        public long Bytes { get; set; }
    }
}
