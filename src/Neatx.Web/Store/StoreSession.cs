using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>What a job of the writer works with: the open transaction and the state that it advances. Used by the writer's thread alone.</summary>
internal sealed class StoreSession : IDisposable
{
    private const int MostGathered = 10_000;

    private readonly HashSet<Assignment> _touched = [];
    private readonly List<CampaignEvent> _gathered = [];
    private readonly EventStatements _events;
    private readonly AssignmentStatements _assignments;
    private readonly Statement _adjudication;
    private bool _isGathering;

    public StoreSession(StoreDatabase database, DbConnection connection, CampaignState state, Lock gate)
    {
        (Database, Connection, State, Gate) = (database, connection, state, gate);
        _events = new EventStatements(connection);
        _assignments = new AssignmentStatements(connection);
        _adjudication = new Statement(
            connection,
            null,
            "INSERT INTO adjudication (image, invalid, grades) VALUES (@p0, @p1, @p2) ON CONFLICT (image) DO UPDATE SET invalid = excluded.invalid, grades = excluded.grades",
            System.Data.DbType.Int32,
            System.Data.DbType.String,
            System.Data.DbType.String);
    }

    public StoreDatabase Database { get; }

    public DbConnection Connection { get; }

    public DbTransaction? Transaction { get; private set; }

    public CampaignState State { get; }

    /// <summary>Held while the state changes; readers hold it while they look.</summary>
    public Lock Gate { get; }

    public CampaignGold Gold { get; set; } = CampaignGold.None;

    public void Begin()
    {
        Transaction = Connection.BeginTransaction();
        _events.Use(Transaction);
        _assignments.Use(Transaction);
        _adjudication.Use(Transaction);
    }

    /// <summary>
    /// Until the commit, has what is written go to the database many rows at a time. Whoever asks for this gives every event an id that is new.
    /// </summary>
    public void Gather() => _isGathering = true;

    /// <summary>Puts a request in the log, with what follows from it.</summary>
    public EventOutcome Append(CampaignActor actor, EventRequest request, DateTimeOffset time, EventHash protocol)
    {
        if (!_isGathering && _events.Find(actor, request) is var (sequence, isSame))
        {
            return isSame ? new(request.Id, sequence, null) : new(request.Id, null, new(
                "id_taken", "Another event has this id.", "Give every event an id of its own; this one is not saved."));
        }

        CampaignEvent? entry;
        Refusal? refusal;
        List<EventRequest> consequences = [];
        lock (Gate)
        {
            entry = EventLog.Next(State, actor, request, time, protocol, out refusal);
            if (entry is not null) consequences = [.. EventLog.Consequences(State, entry, Gold)];
        }

        if (entry is null) return new(request.Id, null, refusal);
        Write(entry);
        foreach (var consequence in consequences) Append(CampaignActor.System, consequence, time, protocol);
        return new(request.Id, entry.Sequence, null);
    }

    /// <summary>Stores an event that is already part of the state.</summary>
    public void Write(CampaignEvent entry)
    {
        if (_isGathering) Gather(entry);
        else _events.Insert(entry);
        if (entry.Kind.IsOfRating()) Touch(State.FindRater(entry.Rater!)!.Find(entry.Image!.Value, entry.Occurrence)!);
        if (entry.Kind == EventKind.AdjudicationSet) Put(State.Adjudicated[entry.Image!.Value]);
    }

    /// <summary>Has the row of an assignment written before the commit, once however often it changed.</summary>
    public void Touch(Assignment assignment) => _touched.Add(assignment);

    public void Delete(Assignment assignment)
    {
        _touched.Remove(assignment);
        _assignments.Delete(assignment);
    }

    /// <summary>On return all is on disk.</summary>
    public void Commit()
    {
        if (_isGathering) Flush();
        foreach (var assignment in _touched) _assignments.Put(AssignmentRow.Of(assignment, State.Plan!));
        _touched.Clear();
        Transaction!.Commit();
        Transaction.Dispose();
        Transaction = null;
    }

    public void Dispose()
    {
        Transaction?.Dispose();
        _events.Dispose();
        _assignments.Dispose();
        _adjudication.Dispose();
        Connection.Dispose();
    }

    private void Gather(CampaignEvent entry)
    {
        _gathered.Add(entry);
        if (_gathered.Count == MostGathered) FlushEvents();
    }

    private void FlushEvents()
    {
        Database.InsertEvents(Connection, Transaction!, _gathered);
        _gathered.Clear();
    }

    private void Flush()
    {
        FlushEvents();
        Database.PutAssignments(Connection, Transaction!, _touched.Select(assignment => AssignmentRow.Of(assignment, State.Plan!)));
        _touched.Clear();
        _isGathering = false;
    }

    private void Put(AdjudicatedAnswers answers) => _adjudication.Execute(answers.Image, answers.Invalid, AdjudicationRow.GradesOf(answers, State.Plan!));
}
