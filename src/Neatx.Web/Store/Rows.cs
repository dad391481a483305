using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>Cells that may hold nothing.</summary>
internal static class Rows
{
    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static int? Whole(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static long? Long(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static DateTimeOffset? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static EventHash Hash(DbDataReader row, int column) => new(row.GetFieldValue<byte[]>(column));

    public static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
