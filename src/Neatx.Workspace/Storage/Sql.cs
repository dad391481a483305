using System.Text;

namespace Neatx.Workspace.Storage;

/// <summary>Text from outside as parts of SQL.</summary>
internal static class Sql
{
    /// <summary>A string literal.</summary>
    public static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>An identifier.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Identifiers, with commas.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>A Parquet file as a table; what would be wildcards in its path is taken literally.</summary>
    public static string Parquet(string path) => $"read_parquet({Text(Literal(path))})";

    /// <summary>A path in which nothing is a wildcard.</summary>
    public static string Literal(string path)
    {
        var escaped = new StringBuilder(path.Length);
        foreach (var c in path)
        {
            if (c is '*' or '?' or '[') escaped.Append('[').Append(c).Append(']');
            else escaped.Append(c);
        }

        return escaped.ToString();
    }
}
