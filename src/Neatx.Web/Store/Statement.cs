using System.Data;
using System.Data.Common;

namespace Neatx.Web.Store;

/// <summary>A prepared statement with typed parameters @0, @1, ...; valid on both databases.</summary>
internal sealed class Statement : IDisposable
{
    private readonly DbCommand _command;

    public Statement(DbConnection connection, DbTransaction? transaction, string sql, params ReadOnlySpan<DbType> types)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        for (var index = 0; index < types.Length; index++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            parameter.DbType = types[index];
            _command.Parameters.Add(parameter);
        }

        _command.Prepare();
    }

    public void Use(DbTransaction transaction) => _command.Transaction = transaction;

    /// <summary>Runs it with these values.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++) _command.Parameters[index].Value = values[index] ?? DBNull.Value;
    }
}
