using System.Data.Common;
using Microsoft.Data.Sqlite;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>A campaign in a file of SQLite: write-ahead log, and every commit flushed to disk (synchronous = FULL).</summary>
internal sealed class SqliteDatabase(string file) : StoreDatabase
{
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int ReadOnly = 8;

    /// <summary>
    /// The log is moved into the file by <see cref="SqliteCheckpoints"/>; the writer does it itself only where that cannot keep up (64 MiB), and
    /// gives room back after an import.
    /// </summary>
    private const string LeaveCheckpoints = "PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864";

    /// <summary>
    /// For how long SQLite itself waits for another connection, milliseconds, looking again after 1, 2, 5, ... ms. Without this its .NET provider
    /// looks again only every 150 ms.
    /// </summary>
    private const string Patience = "PRAGMA busy_timeout = 30000";

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(2);

    public override StoreProvider Provider => StoreProvider.Sqlite;

    public override string BeginSnapshot => "BEGIN";

    public override IDisposable Lock()
    {
        var name = file + ".lock";
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return LockWait.Until(LockPatience, () =>
        {
            try
            {
                return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException)
            {
                return null;
            }
        }) ?? throw new NeatxException($"The campaign in {file} is open in another process. Stop that server first, or use another run folder (--out).");
    }

    public override IDisposable BeginUpkeep() => new SqliteCheckpoints(Open(SqliteOpenMode.ReadWrite));

    public override DbConnection OpenWriter()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var connection = Open(SqliteOpenMode.ReadWriteCreate);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; "
            + LeaveCheckpoints;
        using var reader = command.ExecuteReader();
        var mode = reader.Read() ? reader.GetString(0) : "";
        if (mode != "wal") throw new NeatxException($"{file} cannot be kept with a write-ahead log (got '{mode}'): is it on a network file system? Put the run folder on a local disk.");
        return connection;
    }

    public override DbConnection OpenReader()
    {
        if (!File.Exists(file)) throw new NeatxException($"There is no campaign in {file}. Start it with: neatx serve PROTOCOL");
        var connection = Open(SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY";
        command.ExecuteNonQuery();
        return connection;
    }

    public override void InsertImages(DbConnection connection, DbTransaction transaction, IEnumerable<StoredImage> images)
    {
        using var insert = ImageStatements.Insert(connection, transaction);
        foreach (var image in images) ImageStatements.Execute(insert, image);
    }

    public override void InsertEvents(DbConnection connection, DbTransaction transaction, IEnumerable<CampaignEvent> events)
    {
        using var statements = new EventStatements(connection);
        statements.Use(transaction);
        foreach (var entry in events) statements.Insert(entry);
    }

    public override void PutAssignments(DbConnection connection, DbTransaction transaction, IEnumerable<AssignmentRow> rows)
    {
        using var statements = new AssignmentStatements(connection);
        statements.Use(transaction);
        foreach (var row in rows) statements.Put(row);
    }

    public override string Explain(Exception error) => (error as SqliteException)?.SqliteErrorCode switch
    {
        Full => $"The disk that holds {file} is full. Nothing that was acknowledged is lost; free some space and go on.",
        Corrupt or NotADatabase => $"{file} is damaged or no database of a campaign ({error.Message}). Put back its last copy; 'neatx campaign verify' says whether that is whole.",
        CannotOpen => $"{file} cannot be opened ({error.Message}). Check that the folder exists and that you may write in it.",
        ReadOnly => $"{file} may not be written ({error.Message}). Check its permissions and those of its folder.",
        _ => $"The database {file} failed: {error.Message}",
    };

    /// <summary>Has a connection wait for others as briefly as they need.</summary>
    public static void BePatient(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Patience;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        // Without the pool a closed file is closed.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        try
        {
            connection.Open();
            BePatient(connection);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new NeatxException(Explain(error), error);
        }
    }
}
