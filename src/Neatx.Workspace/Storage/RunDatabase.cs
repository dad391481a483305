using System.Globalization;
using DuckDB.NET.Data;

namespace Neatx.Workspace.Storage;

/// <summary>
/// The DuckDB instance of a run. It lives in memory up to its limit and beyond that on disk in the run folder, and can reach no file outside
/// that folder, load no extension and change none of this: predicates in a protocol are text from outside.
/// </summary>
public sealed class RunDatabase : IDisposable
{
    private readonly DuckDBConnection root;
    private readonly string overflow;

    /// <param name="folder">The run folder; made if absent.</param>
    /// <param name="options">What it may use of the machine; null for the defaults.</param>
    public RunDatabase(string folder, DatabaseOptions? options = null)
    {
        options ??= new();
        Folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Folder);
        overflow = Path.Combine(Folder, $".overflow-{Guid.NewGuid():N}");
        // A path is compared as it is written, so with its would-be wildcards escaped too.
        var inside = Folder + Path.DirectorySeparatorChar;
        root = new DuckDBConnection("DataSource=:memory:");
        root.Open();
        using var command = root.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            SET threads = {options.Threads};
            SET memory_limit = {Sql.Text(options.MemoryLimit)};
            SET temp_directory = {Sql.Text(overflow)};
            SET preserve_insertion_order = true;
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            SET allow_community_extensions = false;
            SET allowed_directories = [{Sql.Text(inside)}, {Sql.Text(Sql.Literal(inside))}];
            SET enable_external_access = false;
            SET lock_configuration = true;
            """);
        command.ExecuteNonQuery();
    }

    /// <summary>The run folder, absolute.</summary>
    public string Folder { get; }

    /// <summary>A session with temporary tables of its own, gone with it.</summary>
    public TableSession Open(CancellationToken token = default) => new(root.Duplicate(), Folder, token);

    public void Dispose()
    {
        root.Dispose();
        if (Directory.Exists(overflow)) Directory.Delete(overflow, recursive: true);
    }
}
