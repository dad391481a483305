using DuckDB.NET.Data;

namespace Neatx.Workspace.Storage;

/// <summary>A connection to the run's database, for one piece of work. Cancelling its token stops the query that runs.</summary>
public sealed class TableSession : IDisposable
{
    // Small enough that both cores write, large enough that dictionaries pay.
    private const int RowGroup = 40_960;
    private readonly DuckDBConnection connection;
    private readonly string folder;

    internal TableSession(DuckDBConnection connection, string folder, CancellationToken token)
    {
        this.connection = connection;
        this.folder = folder;
        Token = token;
        if (connection.State != System.Data.ConnectionState.Open) connection.Open();
    }

    /// <summary>Stops what runs.</summary>
    public CancellationToken Token { get; }

    /// <summary>Runs statements.</summary>
    /// <exception cref="DuckDBException">The statement is wrong.</exception>
    /// <exception cref="NeatxException">Memory or disk did not suffice.</exception>
    public void Execute(string sql) => Run(sql, command => command.ExecuteNonQuery());

    /// <summary>A query's one value; 0 where it is NULL.</summary>
    public long Count(string sql) =>
        Run(sql, command => Convert.ToInt64(command.ExecuteScalar() is { } value and not DBNull ? value : 0L, null));

    /// <summary>Reads a query's rows as they come, without holding them.</summary>
    public void Query(string sql, Action<DuckDBDataReader> row) => Run(sql, command =>
    {
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read()) row(reader);
        return 0;
    });

    /// <summary>The first column of a query's rows.</summary>
    public IReadOnlyList<string> Texts(string sql)
    {
        var texts = new List<string>();
        Query(sql, reader => texts.Add(reader.GetString(0)));
        return texts;
    }

    /// <summary>Writes a query's rows, which must be in a stated order, to a Parquet file that is whole or not there.</summary>
    /// <param name="select">A SELECT with ORDER BY, or of one table as it was filled.</param>
    /// <param name="file">Relative to the run folder.</param>
    public void WriteParquet(string select, string file) => AtomicFile.Replace(Path.Combine(folder, file), temporary =>
        Execute($"COPY ({select}) TO {Sql.Text(temporary)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {RowGroup})"));

    /// <summary>A Parquet file of the run, as a table in SQL.</summary>
    public string Parquet(string file) => Sql.Parquet(Path.Combine(folder, file));

    public void Dispose() => connection.Dispose();

    internal ChunkAppender Append(string table) => new(connection, table);

    /// <summary>Opens a reader over a query's rows, which are fetched as they are read.</summary>
    internal DuckDBDataReader Read(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        return command.ExecuteReader();
    }

    private T Run<T>(string sql, Func<DuckDBCommand, T> run)
    {
        Token.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var stop = Token.Register(command.Cancel);
        try
        {
            return run(command);
        }
        catch (DuckDBException exception) when (Token.IsCancellationRequested)
        {
            throw new OperationCanceledException("The query was stopped.", exception, Token);
        }
        catch (DuckDBException exception) when (exception.Message.StartsWith("Out of Memory", StringComparison.Ordinal)
            || exception.Message.StartsWith("IO Error", StringComparison.Ordinal))
        {
            throw new NeatxException($"The database of the run in {folder} needs more memory or disk than there is: {exception.Message}", exception);
        }
    }
}
