using DuckDB.NET.Data;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>
/// The images that two label sets share, one after another in the order of their ids, with the states of both. Images are not held, so that any
/// number can be read. Patients are numbered from 0 in the order they first appear; an image without a patient is one of its own.
/// </summary>
public sealed class LabelPairReader : IDisposable
{
    private readonly TableSession session;
    private readonly DuckDBDataReader reader;
    private readonly byte[] a;
    private readonly byte[] b;

    private LabelPairReader(TableSession session, DuckDBDataReader reader, int findings)
    {
        this.session = session;
        this.reader = reader;
        a = new byte[findings];
        b = new byte[findings];
    }

    /// <summary>The number of the image's patient.</summary>
    public int Patient { get; private set; }

    /// <summary>The codes of the first label set's states, in the order of the findings asked for; valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> A => a;

    /// <summary>The codes of the second label set's states.</summary>
    public ReadOnlySpan<byte> B => b;

    /// <summary>Opens the pairs.</summary>
    /// <param name="database">The run's database.</param>
    /// <param name="a">The Parquet file of a label set, relative to the run folder.</param>
    /// <param name="b">That of the other.</param>
    /// <param name="findings">Findings that both judge.</param>
    /// <param name="token">Stops the reading.</param>
    public static LabelPairReader Open(RunDatabase database, string a, string b, IReadOnlyList<string> findings, CancellationToken token = default)
    {
        var tables = database.Open(token);
        try
        {
            var columns = string.Concat(findings.Select((name, i) => $", a.{Sql.Name(name)} AS a{i}"))
                + string.Concat(findings.Select((name, i) => $", b.{Sql.Name(name)} AS b{i}"));
            tables.Execute($"""
                CREATE TEMP TABLE pairs AS SELECT a.image, coalesce(a.patient, b.patient, chr(10) || a.image) AS patient{columns}
                FROM {tables.Parquet(a)} a JOIN {tables.Parquet(b)} b USING (image)
                """);
            return new LabelPairReader(tables, tables.Read($"""
                SELECT p.number, pairs.* EXCLUDE (image, patient)
                FROM pairs JOIN {PatientNumbers.Of("pairs", "min(image)")} p USING (patient) ORDER BY image
                """), findings.Count);
        }
        catch
        {
            tables.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next image; false after the last.</summary>
    public bool Read()
    {
        if (!reader.Read()) return false;
        Patient = reader.GetInt32(0);
        for (var i = 0; i < a.Length; i++) a[i] = reader.GetByte(i + 1);
        for (var i = 0; i < b.Length; i++) b[i] = reader.GetByte(a.Length + i + 1);
        return true;
    }

    public void Dispose()
    {
        reader.Dispose();
        session.Dispose();
    }
}
