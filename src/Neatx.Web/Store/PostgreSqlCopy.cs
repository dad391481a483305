using Neatx.Core.Campaign;
using Npgsql;
using NpgsqlTypes;

namespace Neatx.Web.Store;

/// <summary>Many rows at once into PostgreSQL, by COPY: a statement a row would cost a journey to the server each.</summary>
internal static class PostgreSqlCopy
{
    public static void Images(NpgsqlConnection connection, IEnumerable<StoredImage> images)
    {
        using var writer = Begin(connection, $"image ({ImageStatements.Columns})");
        foreach (var image in images)
        {
            writer.StartRow();
            writer.Write(image.Number, NpgsqlDbType.Integer);
            Text(writer, image.Dataset);
            Text(writer, image.Name);
            Text(writer, image.Patient);
            writer.Write((int)image.Pool, NpgsqlDbType.Integer);
            Text(writer, image.Path);
            Text(writer, image.Folder);
        }

        writer.Complete();
    }

    public static void Events(NpgsqlConnection connection, IEnumerable<CampaignEvent> events)
    {
        using var writer = Begin(connection, $"event ({EventStatements.Columns})");
        foreach (var entry in events)
        {
            writer.StartRow();
            writer.Write(checked((int)entry.Sequence), NpgsqlDbType.Integer);
            writer.Write(Rows.Bytes(entry.Id), NpgsqlDbType.Bytea);
            writer.Write((int)entry.Kind, NpgsqlDbType.Integer);
            Text(writer, entry.Actor);
            Text(writer, entry.Rater);
            Whole(writer, entry.Image);
            writer.Write(entry.Occurrence, NpgsqlDbType.Integer);
            Text(writer, entry.Finding);
            Text(writer, entry.Old);
            Text(writer, entry.New);
            Whole(writer, entry.DwellMs);
            Text(writer, entry.Window);
            Long(writer, entry.ClientTime?.ToUnixTimeMilliseconds());
            Long(writer, entry.ServerTime.ToUnixTimeMilliseconds());
            Long(writer, entry.ClientSequence);
            writer.Write(entry.ProtocolHash.ToArray(), NpgsqlDbType.Bytea);
            writer.Write(entry.Hash.ToArray(), NpgsqlDbType.Bytea);
        }

        writer.Complete();
    }

    /// <summary>COPY knows no conflicts: the rows go by a table of the transaction's own.</summary>
    public static void Assignments(NpgsqlConnection connection, IEnumerable<AssignmentRow> rows)
    {
        const string Columns = AssignmentStatements.Columns;
        Execute(connection, $"CREATE TEMPORARY TABLE put_assignment ON COMMIT DROP AS SELECT {Columns} FROM assignment WITH NO DATA");
        using (var writer = Begin(connection, $"put_assignment ({Columns})"))
        {
            foreach (var row in rows)
            {
                writer.StartRow();
                Text(writer, row.Rater);
                writer.Write(row.Image, NpgsqlDbType.Integer);
                writer.Write(row.Occurrence, NpgsqlDbType.Integer);
                writer.Write(row.Position, NpgsqlDbType.Integer);
                Long(writer, row.LeasedUntil.ToUnixTimeMilliseconds());
                writer.Write(checked((int)row.CompletedAt), NpgsqlDbType.Integer);
                Long(writer, row.CompletedTime.ToUnixTimeMilliseconds());
                Text(writer, row.Invalid);
                Text(writer, row.Grades);
                Text(writer, row.Sides);
                Text(writer, row.Note);
                Text(writer, row.Marks);
            }

            writer.Complete();
        }

        Execute(connection, $"INSERT INTO assignment ({Columns}) SELECT {Columns} FROM put_assignment {AssignmentStatements.OnConflict}");
    }

    private static NpgsqlBinaryImporter Begin(NpgsqlConnection connection, string into) => connection.BeginBinaryImport($"COPY {into} FROM STDIN (FORMAT BINARY)");

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static void Text(NpgsqlBinaryImporter writer, string? text)
    {
        if (text is null) writer.WriteNull();
        else writer.Write(text, NpgsqlDbType.Text);
    }

    private static void Whole(NpgsqlBinaryImporter writer, int? number)
    {
        if (number is { } value) writer.Write(value, NpgsqlDbType.Integer);
        else writer.WriteNull();
    }

    private static void Long(NpgsqlBinaryImporter writer, long? number)
    {
        if (number is { } value) writer.Write(value, NpgsqlDbType.Bigint);
        else writer.WriteNull();
    }
}
