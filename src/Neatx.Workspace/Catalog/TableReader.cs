using System.Diagnostics;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>Reads the files of a table row by row, checks their shape, and counts what was set aside.</summary>
internal sealed class TableReader(TableSource source, string table, CatalogContext context, ProblemLog problems, DefectTally defects)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly List<InputFile> files = [];
    private readonly long problemsBefore = problems.Rows;
    private readonly long started = Stopwatch.GetTimestamp();
    private TimeSpan reported;

    public IReadOnlyList<InputFile> Files => files;

    /// <summary>Data rows read, those set aside included.</summary>
    public long Rows { get; private set; }

    /// <summary>Reads all files; each is bound to <paramref name="sink"/> and its rows handed over.</summary>
    public void Read(ITableSink sink, CancellationToken token)
    {
        for (var i = 0; i < source.Files.Count; i++) ReadFile(i, sink, token);
    }

    /// <summary>Adds a row's problem that shows only when all are read.</summary>
    public void SetAside(Problem problem)
    {
        problems.Add(problem);
        problems.SetAside();
    }

    /// <summary>What messages call the file a row came from.</summary>
    public string NameOf(int fileIndex) => context.NameOf(source.Files[fileIndex]);

    /// <summary>Fails when too large a share of the rows was set aside.</summary>
    /// <exception cref="NeatxException">It was, and the table's policy is to fail.</exception>
    public void CheckShare(string problemFile)
    {
        var bad = problems.Rows - problemsBefore;
        if (source.OnProblem == ProblemPolicy.Quarantine || bad <= source.MaxProblemShare * Rows) return;
        problems.Commit();
        throw new NeatxException($"""
            The table '{table}' has {bad:N0} problem rows of {Rows:N0}, more than the {source.MaxProblemShare:P2} that is accepted ({problems.Summary()}).
            The first:
              {string.Join("\n  ", problems.First.Take(5))}
            All are in {context.PathOf(problemFile)}. Correct the file, or set on_problem: quarantine (or a larger max_problem_share) to go on without these rows.
            """);
    }

    private void ReadFile(int index, ITableSink sink, CancellationToken token)
    {
        var name = NameOf(index);
        using var file = TableFile.Open(source.Files[index], name, context.Limits);
        using var rows = new CsvRows(file.Text, name, context.Limits);
        if (!rows.Read()) throw new NeatxException($"{name} holds only empty lines; a table was expected.");
        var header = new CsvHeader(rows, name, source.Columns.Header);
        sink.Bind(header);
        if (source.Columns.Header && !rows.Read()) throw new NeatxException($"{name} has a header but no rows. Check that the file is complete.");

        var row = new TableRow(rows, header, name, index, problems);
        do
        {
            row.Begin(++Rows);
            if (HasShape(row, rows, header)) sink.Accept(row);
            if (row.Failed) problems.SetAside();
            if (Rows % 4096 == 0) Report(name, file, token);
        }
        while (rows.Read());

        defects.Add("empty-line", "Lines without text were passed over.", rows.Empty);
        files.Add(file.Finish());
    }

    private bool HasShape(TableRow row, CsvRows rows, CsvHeader header)
    {
        if (rows.Count == header.Names.Count && header.Named == rows.Count) return true;
        if (header.Misfit(rows) is { } misfit)
        {
            row.Problem(misfit.Code, null, misfit.Found, misfit.Expected, misfit.NextStep);
            return false;
        }

        if (rows.Count == header.Names.Count) return true;
        if (header.Named < header.Names.Count)
            defects.Add("ragged-header", "The header ends in nameless columns that the row lacks; they were left out.");
        else
            defects.Add("ragged-row", "The row has empty cells after the last column; they were left out.");
        return true;
    }

    private void Report(string name, TableFile file, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (elapsed - reported < Beat) return;
        reported = elapsed;
        context.Observer.Progress($"reading {name}", file.Done, file.Total);
    }
}
