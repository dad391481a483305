using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>
/// A campaign on disk, open for work: the one door through which everything in it changes. Safe for any number of threads; one process at a
/// time has a campaign open. What it acknowledges is on disk.
/// </summary>
public sealed class CampaignStore : IDisposable
{
    private readonly StoreDatabase _database;
    private readonly IDisposable? _lock;
    private readonly IDisposable? _upkeep;
    private readonly StoreWriter _writer;
    private readonly TimeProvider _clock;
    private readonly EventHash _protocol;
    private readonly Lock _gate = new();
    private CampaignState _state;
    private CampaignGold _gold;

    private CampaignStore(StoreDatabase database, StoreLocation location, StoreOptions options, IDisposable? held)
    {
        (_database, Location, _clock, _lock) = (database, location, options.Clock, held);
        var session = OpenSession();
        _protocol = options.Protocol ?? EventStatements.LastProtocol(session.Connection);
        (_state, _gold) = (session.State, session.Gold);
        _writer = new StoreWriter(session, OpenSession, Adopt, database.Explain);
        _upkeep = database.BeginUpkeep();
    }

    public StoreLocation Location { get; }

    /// <summary>Why nothing can be written at present (disk full, database gone), or null. The next request tries again.</summary>
    public string? Problem => _writer.Problem;

    /// <summary>How many requests wait for the writer.</summary>
    public int Waiting => _writer.Waiting;

    /// <summary>Opens a campaign, making its database if there is none, and replays its log.</summary>
    /// <exception cref="NeatxException">Another process has it open, or the database cannot be used.</exception>
    public static CampaignStore Open(StoreLocation location, StoreOptions options)
    {
        var database = StoreDatabase.Of(location);
        var held = database.Lock();
        try
        {
            using (var connection = database.OpenWriter()) Migrator.Run(connection, location);
            return new CampaignStore(database, location, options, held);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or System.Net.Sockets.SocketException or InvalidOperationException)
        {
            held?.Dispose();
            throw new NeatxException(database.Explain(error), error);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Puts requests in the log, in their order, each alone: one that is refused holds up no other. Completes when all that were taken are on disk.
    /// </summary>
    /// <exception cref="StoreException">Nothing could be written; none of them is in the log, as far as the store knows. Ask again.</exception>
    public Task<IReadOnlyList<EventOutcome>> Append(CampaignActor actor, IReadOnlyList<EventRequest> requests) => _writer.Run<IReadOnlyList<EventOutcome>>(session =>
    {
        var time = _clock.GetUtcNow();
        return [.. requests.Select(request => session.Append(actor, request, time, _protocol))];
    });

    /// <summary>Gives a rater images to work on: reserves new ones and renews those that are open. One transaction with the check of the overlap.</summary>
    /// <returns>At most <paramref name="count"/> images in the order of rating; none when there is nothing left, or the rater is paused.</returns>
    /// <exception cref="NeatxException">The user is no rater of this campaign.</exception>
    public Task<IReadOnlyList<WorkItem>> Next(string rater, int count) => _writer.Run<IReadOnlyList<WorkItem>>(session =>
    {
        AssignedWork work;
        lock (_gate)
        {
            var state = session.State.FindRater(rater) ?? throw new NeatxException($"'{rater}' is no rater of this campaign.");
            work = WorkAssigner.Next(session.State, state, count, _clock.GetUtcNow());
        }

        foreach (var released in work.Released) session.Delete(released);
        foreach (var given in work.Given) session.Touch(given);
        return [.. work.Given.Select(WorkItem.Of)];
    });

    /// <summary>Looks at the campaign as it stands. Nothing of the state may be kept beyond the call, and the call should be short: writing waits for it.</summary>
    public T Read<T>(Func<CampaignState, CampaignGold, T> look)
    {
        lock (_gate) return look(_state, _gold);
    }

    /// <summary>Gathers the agreement so far, letting go of the state every few thousand images, so that nobody waits for it.</summary>
    /// <param name="patients">The patient of each image; see <see cref="CampaignReader.Patients"/>.</param>
    /// <exception cref="NeatxException">The campaign was not opened yet.</exception>
    public AgreementSample Sample(IReadOnlyList<int> patients)
    {
        const int Stretch = 4096;
        var (sample, images) = Read((state, gold) => (new AgreementSample(state.Plan ?? throw new NeatxException("The campaign is not open yet."), gold, patients), state.Images));
        for (var from = 1; from <= images; from += Stretch)
        {
            lock (_gate) sample.Add(_state, from, from + Stretch - 1);
        }

        return sample;
    }

    /// <summary>Adds images of one pool; those that are there already are passed over. Reads while it writes: any number in constant memory.</summary>
    /// <returns>How many were new.</returns>
    /// <exception cref="NeatxException">A patient is both in the reference standard and among the images to be rated.</exception>
    public Task<int> AddImages(CampaignActor actor, ImagePool pool, IEnumerable<NewImage> images) =>
        _writer.Run(session => ImageImport.Run(session, actor, pool, images, _clock.GetUtcNow(), _protocol), isLong: true);

    /// <summary>Puts the reference standard of gold images; replaces what there was for them.</summary>
    public Task<int> PutGold(IEnumerable<GoldAnswer> answers) => _writer.Run(
        session =>
        {
            var count = GoldStatements.Put(session, answers);
            session.Gold = GoldStatements.Read(session.Connection, session.Transaction, session.State);
            lock (_gate) _gold = session.Gold;
            return count;
        },
        isLong: true);

    /// <summary>A value under a name, made and kept when there is none: for instance the secret behind the handles of images.</summary>
    public Task<byte[]> Setting(string name, Func<byte[]> make) => _writer.Run(session => SettingStatements.GetOrAdd(session, name, make));

    /// <summary>Notes when a token was last used, in one transaction with whatever else waits to be written.</summary>
    public Task NoteTokenUse(string token, DateTimeOffset time) => _writer.Run(session =>
    {
        using var update = new Statement(
            session.Connection, session.Transaction, "UPDATE api_token SET last_used = @p0 WHERE id = @p1", System.Data.DbType.Int64, System.Data.DbType.String);
        return update.Execute(time.ToUnixTimeMilliseconds(), token);
    });

    /// <summary>A reader of what is on disk, for exports and pages of lists.</summary>
    public CampaignReader OpenReader() => CampaignReader.Open(Location);

    /// <summary>Has all that was asked written, and closes.</summary>
    public void Dispose()
    {
        _upkeep?.Dispose();
        _writer.Dispose();
        _lock?.Dispose();
    }

    internal Task<T> Run<T>(Func<StoreSession, T> work, bool isLong = false) => _writer.Run(work, isLong);

    internal (DateTimeOffset Now, EventHash Protocol) Surroundings() => (_clock.GetUtcNow(), _protocol);

    private void Adopt(StoreSession session)
    {
        lock (_gate) (_state, _gold) = (session.State, session.Gold);
    }

    private StoreSession OpenSession()
    {
        var connection = _database.OpenWriter();
        try
        {
            var state = Replay.Of(connection);
            return new StoreSession(_database, connection, state, _gate) { Gold = GoldStatements.Read(connection, null, state) };
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
