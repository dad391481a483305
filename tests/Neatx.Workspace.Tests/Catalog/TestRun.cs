using System.IO.Compression;
using System.Text;
using Neatx.Workspace.Catalog;
using Neatx.Workspace.Labels;
using Neatx.Workspace.Launch;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Tests.Catalog;

/// <summary>A run in a folder of its own, with files made for the test.</summary>
internal sealed class TestRun : IRunObserver, IDisposable
{
    private readonly RunDatabase database;

    public TestRun(IReadOnlyList<FindingDefinition>? findings = null, ReadLimits? limits = null, string? dataRoot = null, DatabaseOptions? options = null)
    {
        Folder = Path.Combine(Path.GetTempPath(), "neatx-tests", Guid.NewGuid().ToString("N"), "it's a [run]");
        Data = dataRoot ?? Path.Combine(Folder, "data");
        Directory.CreateDirectory(Path.Combine(Folder, "data"));
        database = new RunDatabase(Path.Combine(Folder, "out"), options);
        Context = new CatalogContext(database, Data, findings ?? [], this) { Limits = limits ?? new() };
    }

    public string Folder { get; }

    public string Data { get; }

    public CatalogContext Context { get; }

    public List<(string Task, long Done, long? Total)> Heard { get; } = [];

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, "data", name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest)) gzip.Write(bytes);
        return memory.ToArray();
    }

    public static TableSource Source(ColumnMapping columns, params string[] files) => new() { Files = files, Format = "csv", Columns = columns };

    public static TableSource Absent(ColumnMapping columns, string file) =>
        Source(columns, file) with { Optional = true, AbsentFiles = [file], Obtain = "its authors" };

    /// <summary>Reads a dataset named "images".</summary>
    public TableSummary Dataset(ColumnMapping columns, params string[] files) => Dataset(Source(columns, files));

    public TableSummary Dataset(TableSource source) =>
        DatasetStage.Build(new DatasetDefinition("images", "Images", source), Context, TestContext.Current.CancellationToken);

    /// <summary>Reads a dataset, setting any number of rows aside.</summary>
    public TableSummary Quarantine(ColumnMapping columns, params string[] files) =>
        Dataset(Source(columns, files) with { OnProblem = ProblemPolicy.Quarantine });

    /// <summary>The rows of a SELECT over a Parquet file of the run, as "a|b|c"; NULL is "-", a list "[x,y]".</summary>
    public IReadOnlyList<string> Rows(string? data, string select = "*", string order = "\"row\"", string where = "true")
    {
        var rows = new List<string>();
        using var session = database.Open();
        session.Query($"SELECT {select} FROM {session.Parquet(data!)} WHERE {where} ORDER BY {order}", row =>
            rows.Add(string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => Show(row.GetValue(i))))));
        return rows;
    }

    /// <summary>The columns of a Parquet file.</summary>
    public IReadOnlyList<string> Columns(string? data)
    {
        using var session = database.Open();
        return session.Texts($"SELECT column_name FROM (DESCRIBE SELECT * FROM {session.Parquet(data!)})");
    }

    public (TableSummary Table, LabelSetSummary Labels) LabelSet(LabelSetDefinition definition, DatasetDefinition dataset, TableReference images) =>
        LabelSetTable.Build(definition, dataset, images, Context, TestContext.Current.CancellationToken);

    public string Text(string relative) => File.ReadAllText(Path.Combine(Context.Database.Folder, relative));

    public byte[] Bytes(string? relative) => File.ReadAllBytes(Path.Combine(Context.Database.Folder, relative!));

    public void Progress(string task, long done, long? total) => Heard.Add((task, done, total));

    public void Finished(string stage, string made, long? n, TimeSpan elapsed, bool reused)
    {
    }

    public void Warn(string message)
    {
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }

    private static string Show(object? value) => value switch
    {
        null or DBNull => "-",
        string text => text,
        System.Collections.IEnumerable list => $"[{string.Join(',', list.Cast<object>())}]",
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
