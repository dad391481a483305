using System.Data;
using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>The rows of images.</summary>
internal static class ImageStatements
{
    public const string Columns = "number, dataset, name, patient, pool, path, folder";

    public static Statement Insert(DbConnection connection, DbTransaction transaction) => new(
        connection,
        transaction,
        $"INSERT INTO image ({Columns}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)",
        DbType.Int32,
        DbType.String,
        DbType.String,
        DbType.String,
        DbType.Int32,
        DbType.String,
        DbType.String);

    public static void Execute(Statement insert, StoredImage image) =>
        insert.Execute(image.Number, image.Dataset, image.Name, image.Patient, (int)image.Pool, image.Path, image.Folder);

    /// <summary>Images from a number on, in order.</summary>
    public static IEnumerable<StoredImage> Read(DbConnection connection, int from = 1, int to = int.MaxValue)
    {
        using var select = new Statement(
            connection, null, $"SELECT {Columns} FROM image WHERE number >= @p0 AND number <= @p1 ORDER BY number", DbType.Int32, DbType.Int32);
        using var rows = select.Read(from, to);
        while (rows.Read())
        {
            yield return new StoredImage(
                rows.GetInt32(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), (ImagePool)rows.GetInt32(4), Rows.Text(rows, 5), Rows.Text(rows, 6));
        }
    }
}
