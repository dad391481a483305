using System.Text;
using DuckDB.NET.Data;

namespace Neatx.Learning.Training.Tables;

/// <summary>A database in memory that reads and writes the tables of one run folder, on one thread, so that the same rows give the same bytes.</summary>
internal static class TableConnection
{
    public static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SET threads = 1;
            SET preserve_insertion_order = true;
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            """;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>A string literal.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A Parquet file as a table; what would be wildcards in its path is taken literally.</summary>
    public static string Parquet(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var c in path)
        {
            if (c is '*' or '?' or '[') escaped.Append('[').Append(c).Append(']');
            else escaped.Append(c);
        }

        return $"read_parquet({Text(escaped.ToString())})";
    }
}
