using System.Collections.Concurrent;

namespace Neatx.Web.Store;

/// <summary>
/// The one thread that writes. It takes whatever waits, does it in one transaction, and tells nobody before the commit has reached the disk:
/// under load many requests share the cost of one flush, and alone a request waits for nobody (group commit).
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private const int LargestGroup = 256;

    private readonly BlockingCollection<WriteJob> _waiting = new(boundedCapacity: 20_000);
    private readonly Func<StoreSession> _open;
    private readonly Action<StoreSession> _opened;
    private readonly Func<Exception, string> _explain;
    private readonly Thread _thread;
    private StoreSession? _session;

    /// <param name="session">The first session.</param>
    /// <param name="open">Makes a session from what is on disk, after a failure.</param>
    /// <param name="opened">Hears of such a session.</param>
    /// <param name="explain">Says what an error of the database means.</param>
    public StoreWriter(StoreSession session, Func<StoreSession> open, Action<StoreSession> opened, Func<Exception, string> explain)
    {
        (_session, _open, _opened, _explain) = (session, open, opened, explain);
        _thread = new Thread(Work) { IsBackground = true, Name = "campaign writer" };
        _thread.Start();
    }

    /// <summary>Why the store cannot write at present, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>How many jobs wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Has work done in a transaction; completes when it is on disk.</summary>
    public Task<T> Run<T>(Func<StoreSession, T> work, bool isLong = false)
    {
        var job = new WriteJobOf<T>(work) { IsLong = isLong };
        try
        {
            _waiting.Add(job);
        }
        catch (InvalidOperationException error)
        {
            job.Fail(new StoreException("The server is stopping. What was not acknowledged is kept in the browser and sent again.", error));
        }

        return job.Done;
    }

    /// <summary>Does what waits, then ends.</summary>
    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _session?.Dispose();
        _waiting.Dispose();
    }

    private void Work()
    {
        var group = new List<WriteJob>(LargestGroup);
        WriteJob? next = null;
        while (next is not null || _waiting.TryTake(out next, Timeout.Infinite))
        {
            group.Clear();
            group.Add(next);
            var isLong = next.IsLong;
            next = null;
            while (!isLong && group.Count < LargestGroup && _waiting.TryTake(out var more))
            {
                if (!more.IsLong) group.Add(more);
                else next = more;
                if (next is not null) break;
            }

            Do(group);
        }
    }

    private void Do(List<WriteJob> group)
    {
        try
        {
            if (_session is null) Reopen();
            _session!.Begin();
            foreach (var job in group) job.Run(_session);
            _session.Commit();
            Problem = null;
        }
        catch (Exception error)
        {
            // The state in memory may be ahead of the disk: it is made anew from there, now or, where that fails, when the next request comes.
            var message = error is NeatxException or StoreException ? error.Message : _explain(error);
            // A job that was refused half-way says nothing about the store.
            if (error is not StoreException) Problem = message;
            var failure = new StoreException(message, error);
            DropSession();
            TryReopen();
            foreach (var job in group) job.Fail(failure);
            return;
        }

        foreach (var job in group) job.Complete();
    }

    private void Reopen()
    {
        _session = _open();
        _opened(_session);
    }

    private void TryReopen()
    {
        try
        {
            Reopen();
        }
        catch (Exception error) when (error is System.Data.Common.DbException or NeatxException or InvalidOperationException or IOException or System.Net.Sockets.SocketException)
        {
            Problem = error is NeatxException ? error.Message : _explain(error);
        }
    }

    private void DropSession()
    {
        try
        {
            _session?.Dispose();
        }
        catch (Exception error) when (error is System.Data.Common.DbException or InvalidOperationException)
        {
            // The connection is gone with what it held; disposing it says so once more.
            Problem = _explain(error);
        }

        _session = null;
    }
}
