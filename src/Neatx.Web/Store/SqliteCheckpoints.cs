using Microsoft.Data.Sqlite;

namespace Neatx.Web.Store;

/// <summary>
/// Moves SQLite's write-ahead log into the database file, every second and beside the writer. Left to itself SQLite does so within a commit, and
/// whoever waits for that commit waits for hundreds of pages to reach the disk.
/// </summary>
internal sealed class SqliteCheckpoints : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly SqliteConnection _connection;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    /// <param name="connection">Of its own; closed at the end.</param>
    public SqliteCheckpoints(SqliteConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Work) { IsBackground = true, Name = "campaign checkpoints" };
        _thread.Start();
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
        _connection.Dispose();
    }

    private void Work()
    {
        using var command = _connection.CreateCommand();
        // Passive: waits for nobody, and nobody waits for it.
        command.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        while (!_stop.Wait(Between))
        {
            try
            {
                command.ExecuteNonQuery();
            }
            catch (SqliteException)
            {
                // A full disk, for instance: the log still holds all, the writer tells of it, and this tries again.
            }
        }
    }
}
