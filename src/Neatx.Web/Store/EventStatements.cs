using System.Data;
using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>The rows of the log.</summary>
internal sealed class EventStatements : IDisposable
{
    public const string Columns = "sequence, id, kind, actor, rater, image, occurrence, finding, old_value, new_value, dwell_ms, view_window, client_time, "
        + "server_time, client_sequence, protocol_hash, hash";

    private readonly Statement _insert;
    private readonly Statement _find;

    public EventStatements(DbConnection connection)
    {
        _insert = new Statement(
            connection,
            null,
            $"INSERT INTO event ({Columns}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14, @p15, @p16)",
            DbType.Int32,
            DbType.Binary,
            DbType.Int32,
            DbType.String,
            DbType.String,
            DbType.Int32,
            DbType.Int32,
            DbType.String,
            DbType.String,
            DbType.String,
            DbType.Int32,
            DbType.String,
            DbType.Int64,
            DbType.Int64,
            DbType.Int64,
            DbType.Binary,
            DbType.Binary);
        _find = new Statement(connection, null, "SELECT sequence, kind, actor, image, occurrence, finding, new_value FROM event WHERE id = @p0", DbType.Binary);
    }

    public void Use(DbTransaction transaction)
    {
        _insert.Use(transaction);
        _find.Use(transaction);
    }

    public void Insert(CampaignEvent entry) => _insert.Execute(
        checked((int)entry.Sequence),
        Rows.Bytes(entry.Id),
        (int)entry.Kind,
        entry.Actor,
        entry.Rater,
        entry.Image,
        entry.Occurrence,
        entry.Finding,
        entry.Old,
        entry.New,
        entry.DwellMs,
        entry.Window,
        entry.ClientTime?.ToUnixTimeMilliseconds(),
        entry.ServerTime.ToUnixTimeMilliseconds(),
        entry.ClientSequence,
        entry.ProtocolHash.ToArray(),
        entry.Hash.ToArray());

    /// <summary>What already has an id: the sequence, and whether it is what this actor asks for again.</summary>
    public (long Sequence, bool IsSame)? Find(CampaignActor actor, EventRequest request)
    {
        using var rows = _find.Read(Rows.Bytes(request.Id));
        if (!rows.Read()) return null;
        var isSame = rows.GetInt32(1) == (int)request.Kind && rows.GetString(2) == actor.User && Rows.Whole(rows, 3) == request.Image
            && rows.GetInt32(4) == request.Occurrence && Rows.Text(rows, 5) == request.Finding && Rows.Text(rows, 6) == request.New;
        return (rows.GetInt64(0), isSame);
    }

    /// <summary>A stretch of the log, in order, one event in memory at a time.</summary>
    public static IEnumerable<CampaignEvent> Read(DbConnection connection, long from = 1, long to = int.MaxValue)
    {
        var previous = from == 1 ? EventHash.Zero : HashAt(connection, from - 1);
        using var select = new Statement(
            connection, null, $"SELECT {Columns} FROM event WHERE sequence >= @p0 AND sequence <= @p1 ORDER BY sequence", DbType.Int32, DbType.Int32);
        using var rows = select.Read(checked((int)from), checked((int)to));
        while (rows.Read())
        {
            var entry = Event(rows, previous);
            yield return entry;
            previous = entry.Hash;
        }
    }

    /// <summary>
    /// Has a state take the whole log. Of ratings, which are nearly all of it, only what changes the state is read: hashes are for
    /// <see cref="CampaignVerification"/>.
    /// </summary>
    public static void Replay(DbConnection connection, CampaignState state)
    {
        using (var select = new Statement(connection, null, $"SELECT {Columns} FROM event ORDER BY sequence"))
        using (var rows = select.Read())
        {
            while (rows.Read())
            {
                if (((EventKind)rows.GetInt32(2)).IsOfRating()) state.Apply(Change(rows));
                else state.Apply(Event(rows, EventHash.Zero));
            }
        }

        state.Seal(HashAt(connection, state.LastSequence));
    }

    /// <summary>The protocol of the last event; zero where there is none.</summary>
    public static EventHash LastProtocol(DbConnection connection)
    {
        using var select = new Statement(connection, null, "SELECT protocol_hash FROM event ORDER BY sequence DESC LIMIT 1");
        using var rows = select.Read();
        return rows.Read() ? Rows.Hash(rows, 0) : EventHash.Zero;
    }

    /// <summary>The events of some kinds in order; the hashes of those before them are left out.</summary>
    public static IEnumerable<CampaignEvent> Read(DbConnection connection, EventKind first, EventKind last)
    {
        using var select = new Statement(
            connection, null, $"SELECT {Columns} FROM event WHERE kind >= @p0 AND kind <= @p1 ORDER BY sequence", DbType.Int32, DbType.Int32);
        using var rows = select.Read((int)first, (int)last);
        while (rows.Read()) yield return Event(rows, EventHash.Zero);
    }

    public void Dispose()
    {
        _insert.Dispose();
        _find.Dispose();
    }

    private static CampaignEvent Event(DbDataReader rows, EventHash previous) => new()
    {
        Sequence = rows.GetInt64(0),
        Id = new Guid(rows.GetFieldValue<byte[]>(1), bigEndian: true),
        Kind = (EventKind)rows.GetInt32(2),
        Actor = rows.GetString(3),
        Rater = Rows.Text(rows, 4),
        Image = Rows.Whole(rows, 5),
        Occurrence = rows.GetInt32(6),
        Finding = Rows.Text(rows, 7),
        Old = Rows.Text(rows, 8),
        New = Rows.Text(rows, 9),
        DwellMs = Rows.Whole(rows, 10),
        Window = Rows.Text(rows, 11),
        ClientTime = Rows.Time(rows, 12),
        ServerTime = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(13)),
        ClientSequence = Rows.Long(rows, 14),
        ProtocolHash = Rows.Hash(rows, 15),
        PreviousHash = previous,
        Hash = Rows.Hash(rows, 16),
    };

    private static RatingChange Change(DbDataReader rows) => new(
        rows.GetInt64(0),
        (EventKind)rows.GetInt32(2),
        rows.GetString(4),
        rows.GetInt32(5),
        rows.GetInt32(6),
        Rows.Text(rows, 7),
        Rows.Text(rows, 9),
        Rows.Whole(rows, 10),
        DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(13)));

    private static EventHash HashAt(DbConnection connection, long sequence)
    {
        using var select = new Statement(connection, null, "SELECT hash FROM event WHERE sequence = @p0", DbType.Int32);
        using var rows = select.Read(checked((int)sequence));
        return rows.Read() ? Rows.Hash(rows, 0) : EventHash.Zero;
    }
}
