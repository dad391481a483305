using System.Data.Common;

namespace Neatx.Web.Store;

/// <summary>A transaction of a reader, begun in SQL so that every statement of the connection is in it.</summary>
internal sealed class Snapshot : IDisposable
{
    private readonly DbConnection _connection;

    public Snapshot(DbConnection connection, string begin)
    {
        _connection = connection;
        Execute(begin);
    }

    public void Dispose() => Execute("ROLLBACK");

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
