using System.Data;
using System.Data.Common;
using Neatx.Core.Campaign;

namespace Neatx.Web.Store;

/// <summary>The rows of assignments.</summary>
internal sealed class AssignmentStatements : IDisposable
{
    public const string Columns = "rater, image, occurrence, position, leased_until, completed_at, completed_time, invalid, grades, sides, note, marks";

    /// <summary>What becomes of a row that is there already.</summary>
    public const string OnConflict = "ON CONFLICT (rater, image, occurrence) DO UPDATE SET leased_until = excluded.leased_until, completed_at = excluded.completed_at, "
        + "completed_time = excluded.completed_time, invalid = excluded.invalid, grades = excluded.grades, sides = excluded.sides, note = excluded.note, marks = excluded.marks";

    private readonly Statement _put;
    private readonly Statement _delete;

    public AssignmentStatements(DbConnection connection)
    {
        _put = new Statement(
            connection,
            null,
            $"INSERT INTO assignment ({Columns}) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11) {OnConflict}",
            DbType.String,
            DbType.Int32,
            DbType.Int32,
            DbType.Int32,
            DbType.Int64,
            DbType.Int32,
            DbType.Int64,
            DbType.String,
            DbType.String,
            DbType.String,
            DbType.String,
            DbType.String);
        _delete = new Statement(
            connection, null, "DELETE FROM assignment WHERE rater = @p0 AND image = @p1 AND occurrence = @p2", DbType.String, DbType.Int32, DbType.Int32);
    }

    public void Use(DbTransaction transaction)
    {
        _put.Use(transaction);
        _delete.Use(transaction);
    }

    public void Put(AssignmentRow row) => _put.Execute(
        row.Rater,
        row.Image,
        row.Occurrence,
        row.Position,
        row.LeasedUntil.ToUnixTimeMilliseconds(),
        checked((int)row.CompletedAt),
        row.CompletedTime.ToUnixTimeMilliseconds(),
        row.Invalid,
        row.Grades,
        row.Sides,
        row.Note,
        row.Marks);

    public void Delete(Assignment assignment) => _delete.Execute(assignment.Rater.User, assignment.Image, assignment.Occurrence);

    /// <summary>All rows in order of image, rater and occurrence.</summary>
    public static IEnumerable<AssignmentRow> Read(DbConnection connection)
    {
        using var select = new Statement(connection, null, $"SELECT {Columns} FROM assignment ORDER BY image, rater, occurrence");
        using var rows = select.Read();
        while (rows.Read()) yield return Row(rows);
    }

    /// <summary>Has a state take who has which image reserved, which is not in the log.</summary>
    public static void Restore(DbConnection connection, CampaignState state)
    {
        using var select = new Statement(connection, null, "SELECT rater, image, occurrence, position, leased_until FROM assignment");
        using var rows = select.Read();
        while (rows.Read())
            state.Restore(rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetInt32(3), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)));
    }

    public void Dispose()
    {
        _put.Dispose();
        _delete.Dispose();
    }

    private static AssignmentRow Row(DbDataReader rows) => new(
        rows.GetString(0),
        rows.GetInt32(1),
        rows.GetInt32(2),
        rows.GetInt32(3),
        DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(4)),
        rows.GetInt64(5),
        DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(6)),
        Rows.Text(rows, 7),
        rows.GetString(8),
        rows.GetString(9),
        Rows.Text(rows, 10),
        Rows.Text(rows, 11));
}
