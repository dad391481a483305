namespace Neatx.Web.Store;

/// <summary>Where a campaign is stored: a file of SQLite, or a database of PostgreSQL.</summary>
/// <param name="Provider">Which of the two.</param>
/// <param name="Connection">The absolute path of the file, or the connection string.</param>
public sealed record StoreLocation(StoreProvider Provider, string Connection)
{
    /// <summary>The file that a workspace keeps its campaign in.</summary>
    public const string FileName = "campaign/campaign.db";

    private const string Form = "It has the form \"Host=...;Database=...;Username=...;Password=...\".";

    /// <summary>A file; its folder need not exist.</summary>
    public static StoreLocation Sqlite(string file) => new(StoreProvider.Sqlite, Path.GetFullPath(file));

    /// <summary>A connection string of Npgsql: "Host=...;Database=...;Username=...".</summary>
    /// <exception cref="NeatxException">It is none. The message holds no part of it but the name of a setting.</exception>
    public static StoreLocation PostgreSql(string connection)
    {
        try
        {
            if (new Npgsql.NpgsqlConnectionStringBuilder(connection).Host is not { Length: > 0 })
                throw new NeatxException($"The connection string of --database or NEATX_DATABASE names no Host. {Form}");
        }
        catch (ArgumentException error)
        {
            var setting = error.ParamName is { Length: > 0 } name ? $" at '{name}'" : "";
            throw new NeatxException($"The connection string of --database or NEATX_DATABASE cannot be read{setting}. {Form}", error);
        }

        return new(StoreProvider.PostgreSql, connection);
    }

    /// <summary>For messages; without user and password.</summary>
    public override string ToString() => Provider == StoreProvider.Sqlite ? Connection : PostgreSqlDatabase.Describe(Connection);
}
