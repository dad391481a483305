using DuckDB.NET.Data;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>
/// The rows of a ratings table one after another in the order of rating. Images and patients are numbered from 0 in the order they first appear; an
/// image without a patient is one of its own.
/// </summary>
public sealed class RatingReader : IDisposable
{
    private readonly TableSession session;
    private readonly DuckDBDataReader reader;
    private readonly byte[] codes;

    private RatingReader(TableSession session, DuckDBDataReader reader, int findings)
    {
        this.session = session;
        this.reader = reader;
        codes = new byte[findings];
    }

    /// <summary>The number of the image.</summary>
    public int Image { get; private set; }

    /// <summary>The id of the image.</summary>
    public string ImageId => reader.GetString(3);

    /// <summary>The number of the image's patient.</summary>
    public int Patient { get; private set; }

    /// <summary>The number of the rater, in the order of the table's raters.</summary>
    public int Rater { get; private set; }

    /// <summary>The codes of the ratings, or of states where the table holds states, in the order of the findings asked for; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Codes => codes;

    /// <summary>Opens the ratings.</summary>
    /// <param name="database">The run's database.</param>
    /// <param name="ratings">The Parquet file of a ratings table, relative to the run folder.</param>
    /// <param name="findings">Findings that it rates.</param>
    /// <param name="token">Stops the reading.</param>
    public static RatingReader Open(RunDatabase database, string ratings, IReadOnlyList<string> findings, CancellationToken token = default)
    {
        var tables = database.Open(token);
        try
        {
            tables.Execute($"""
                CREATE TEMP TABLE ratings AS SELECT * REPLACE (coalesce(patient, chr(10) || image) AS patient) FROM {tables.Parquet(ratings)}
                """);
            return new RatingReader(tables, tables.Read($"""
                SELECT i.number, p.number, r.rater_number, r.image{string.Concat(findings.Select(name => $", r.{Sql.Name(name)}"))}
                FROM ratings r JOIN {PatientNumbers.Of("ratings", "min((\"row\", rater_number))")} p USING (patient)
                JOIN (SELECT image, (row_number() OVER (ORDER BY min(("row", rater_number))) - 1)::INTEGER AS number FROM ratings GROUP BY image) i USING (image)
                ORDER BY r."row", r.rater_number
                """), findings.Count);
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next rating; false after the last.</summary>
    public bool Read()
    {
        if (!reader.Read()) return false;
        Image = reader.GetInt32(0);
        Patient = reader.GetInt32(1);
        Rater = reader.GetInt32(2);
        for (var i = 0; i < codes.Length; i++) codes[i] = reader.GetByte(i + 4);
        return true;
    }

    public void Dispose()
    {
        reader.Dispose();
        session.Dispose();
    }
}
