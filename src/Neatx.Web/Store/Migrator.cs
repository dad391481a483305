using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Reflection;

namespace Neatx.Web.Store;

/// <summary>
/// Brings a database to the form that this program knows: the embedded files NNN_name.sql, each in a transaction of its own, in order. They are
/// the same for both databases.
/// </summary>
internal static class Migrator
{
    private const string Prefix = "Neatx.Web.Store.Migrations.";

    /// <summary>The numbers and texts of all migrations.</summary>
    public static IReadOnlyList<(int Number, string Sql)> All { get; } = [.. Names().Select(name => (NumberOf(name), Text(name))).OrderBy(each => each.Item1)];

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="NeatxException">The database is of a newer program.</exception>
    public static void Run(DbConnection connection, StoreLocation location)
    {
        using (var create = new Statement(connection, null, "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY)")) create.Execute();
        var applied = Applied(connection);
        if (applied > All[^1].Number)
            throw new NeatxException($"{location} was made by a newer Neatx (form {applied}, this program knows {All[^1].Number}). Use that version.");
        foreach (var (number, sql) in All.Where(each => each.Number > applied))
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"{sql}\nINSERT INTO migration (number) VALUES ({number.ToString(CultureInfo.InvariantCulture)});";
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    /// <summary>The number of the last migration applied; 0 for a database without the campaign's tables.</summary>
    public static int Applied(DbConnection connection)
    {
        using var select = new Statement(connection, null, "SELECT coalesce(max(number), 0) FROM migration");
        using var rows = select.Read();
        rows.Read();
        return rows.GetInt32(0);
    }

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));

    private static int NumberOf(string name) => int.Parse(name.AsSpan(Prefix.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
