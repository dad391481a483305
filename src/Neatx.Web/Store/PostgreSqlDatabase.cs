using System.Data.Common;
using Neatx.Core.Campaign;
using Npgsql;

namespace Neatx.Web.Store;

/// <summary>A campaign in a database of PostgreSQL, with synchronous_commit on whatever the server's default.</summary>
internal sealed class PostgreSqlDatabase(string connectionString) : StoreDatabase
{
    /// <summary>The key of the advisory lock: "neatx" and a form number.</summary>
    private const long LockKey = 0x6E_65_61_74_78_01;

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);

    public override StoreProvider Provider => StoreProvider.PostgreSql;

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /// <summary>Host and database, for messages.</summary>
    public static string Describe(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"PostgreSQL database '{parts.Database}' on {parts.Host}";
    }

    /// <summary>The lock belongs to the session that writes, so that nobody else can hold it while that one may still commit.</summary>
    public override IDisposable? Lock() => null;

    public override IDisposable? BeginUpkeep() => null;

    public override DbConnection OpenWriter()
    {
        var connection = Open("neatx writer");
        using (var command = new NpgsqlCommand("SET synchronous_commit = on", connection)) command.ExecuteNonQuery();
        var held = LockWait.Until(LockPatience, () =>
        {
            using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = LockKey } } };
            return command.ExecuteScalar() is true ? connection : null;
        });
        if (held is not null) return held;
        connection.Dispose();
        throw new NeatxException($"The campaign in the {Describe(connectionString)} is open in another process. Stop that server first.");
    }

    public override DbConnection OpenReader()
    {
        var connection = Open("neatx reader");
        using var command = new NpgsqlCommand("SET default_transaction_read_only = on", connection);
        command.ExecuteNonQuery();
        return connection;
    }

    public override void InsertImages(DbConnection connection, DbTransaction transaction, IEnumerable<StoredImage> images) =>
        PostgreSqlCopy.Images((NpgsqlConnection)connection, images);

    public override void InsertEvents(DbConnection connection, DbTransaction transaction, IEnumerable<CampaignEvent> events) =>
        PostgreSqlCopy.Events((NpgsqlConnection)connection, events);

    public override void PutAssignments(DbConnection connection, DbTransaction transaction, IEnumerable<AssignmentRow> rows) =>
        PostgreSqlCopy.Assignments((NpgsqlConnection)connection, rows);

    public override string Explain(Exception error) => (error as PostgresException)?.SqlState switch
    {
        PostgresErrorCodes.DiskFull => $"The disk of the {Describe(connectionString)} is full. Nothing that was acknowledged is lost; free some space and go on.",
        PostgresErrorCodes.InsufficientPrivilege => $"The user of the {Describe(connectionString)} may not do this: {error.Message}. Grant it the rights of the schema's owner.",
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => $"The {Describe(connectionString)} is damaged: {error.Message}. Restore its last backup.",
        null => $"The {Describe(connectionString)} cannot be reached: {error.Message}. Check that it runs and that the connection string is right.",
        _ => $"The {Describe(connectionString)} failed: {error.Message}",
    };

    private NpgsqlConnection Open(string purpose)
    {
        // Without the pool a closed connection is closed, and its lock let go.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = purpose, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch (Exception error) when (error is NpgsqlException or System.Net.Sockets.SocketException)
        {
            connection.Dispose();
            throw new NeatxException(Explain(error), error);
        }
    }
}
