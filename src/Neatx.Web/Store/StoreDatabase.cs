using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>What differs between the two databases: opening, locking, mass insertion, and what their errors mean.</summary>
internal abstract class StoreDatabase
{
    public abstract StoreProvider Provider { get; }

    public static StoreDatabase Of(StoreLocation location) =>
        location.Provider == StoreProvider.Sqlite ? new SqliteDatabase(location.Connection) : new PostgreSqlDatabase(location.Connection);

    /// <summary>
    /// Keeps every other process from writing this campaign, until disposed; null where the connection of the writer does that. Waits a little
    /// for a process that just ended.
    /// </summary>
    /// <exception cref="NeatxException">Another process works on it.</exception>
    public abstract IDisposable? Lock();

    /// <summary>A connection that commits to disk before it says so. It makes the database if there is none.</summary>
    /// <exception cref="NeatxException">It cannot be opened, or another process writes this campaign.</exception>
    public abstract DbConnection OpenWriter();

    /// <summary>A connection that changes nothing.</summary>
    /// <exception cref="NeatxException">There is no database.</exception>
    public abstract DbConnection OpenReader();

    /// <summary>Does, until disposed and beside the writer, what the database would otherwise do while raters wait; null where it needs nothing.</summary>
    public abstract IDisposable? BeginUpkeep();

    /// <summary>Begins a transaction that sees one moment.</summary>
    public abstract string BeginSnapshot { get; }

    /// <summary>Inserts images; the fastest way the database has.</summary>
    public abstract void InsertImages(DbConnection connection, DbTransaction transaction, IEnumerable<StoredImage> images);

    /// <summary>Inserts many events, as <see cref="InsertImages"/> does images.</summary>
    public abstract void InsertEvents(DbConnection connection, DbTransaction transaction, IEnumerable<CampaignEvent> events);

    /// <summary>Puts many assignments, in place of what there was of them.</summary>
    public abstract void PutAssignments(DbConnection connection, DbTransaction transaction, IEnumerable<AssignmentRow> rows);

    /// <summary>What an error of the database means for the user, and what to do.</summary>
    public abstract string Explain(Exception error);
}
