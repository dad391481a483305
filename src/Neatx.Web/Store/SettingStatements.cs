using System.Data;

namespace Neatx.Web.Store;

/// <summary>The rows of settings.</summary>
internal static class SettingStatements
{
    public static byte[] GetOrAdd(StoreSession session, string name, Func<byte[]> make)
    {
        using (var select = new Statement(session.Connection, session.Transaction, "SELECT value FROM setting WHERE name = @p0", DbType.String))
        using (var rows = select.Read(name))
        {
            if (rows.Read()) return rows.GetFieldValue<byte[]>(0);
        }

        var value = make();
        using var insert = new Statement(session.Connection, session.Transaction, "INSERT INTO setting (name, value) VALUES (@p0, @p1)", DbType.String, DbType.Binary);
        insert.Execute(name, value);
        return value;
    }
}
