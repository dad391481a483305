using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>What became of one table of the protocol: a dataset, a label set's file, or a ratings table.</summary>
public sealed record TableSummary
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>"dataset", "label_set" or "ratings".</summary>
    public required string Kind { get; init; }

    public IReadOnlyList<InputFile> Files { get; init; } = [];

    /// <summary>Why the table could not be read, for an optional table that is absent; else null.</summary>
    public string? Unavailable { get; init; }

    /// <summary>Data rows in the files, header lines not counted.</summary>
    public long Rows { get; init; }

    /// <summary>Distinct images that resulted.</summary>
    public long Images { get; init; }

    /// <summary>Distinct patients, or null when the table and its dataset name none.</summary>
    public long? Patients { get; init; }

    /// <summary>The findings that the table judges, in vocabulary order (ratings and label sets), or that occur (datasets).</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];

    /// <summary>Ratings tables: the raters in order.</summary>
    public IReadOnlyList<string> Raters { get; init; } = [];

    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>Rows that were set aside.</summary>
    public long ProblemRows { get; init; }

    /// <summary>The first problems (at most five of a code); all are in <see cref="ProblemFile"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The CSV with every problem, relative to the run folder, or null when there was none.</summary>
    public string? ProblemFile { get; init; }

    /// <summary>The Parquet file made, relative to the run folder, or null when unavailable.</summary>
    public string? Data { get; init; }
}
