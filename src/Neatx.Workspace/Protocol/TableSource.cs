namespace Neatx.Workspace.Protocol;

/// <summary>The files of one table and how to read them.</summary>
public sealed record TableSource
{
    /// <summary>Absolute paths, read one after another as one table; plain, .gz or .zip.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>A known format ("nih_cxr14", "padchest", "nih_bbox", "rsna", "image_list") or "csv" with <see cref="Columns"/>.</summary>
    public required string Format { get; init; }

    /// <summary>The column mapping: the format's own, with what the protocol states put over it.</summary>
    public ColumnMapping Columns { get; init; } = new();

    /// <summary>True when the table may be absent; what depends on it is then reported as not computable here.</summary>
    public bool Optional { get; init; }

    /// <summary>Files that were stated and are absent; only ever non-empty when <see cref="Optional"/>.</summary>
    public IReadOnlyList<string> AbsentFiles { get; init; } = [];

    /// <summary>Where the files are to be had, for messages.</summary>
    public string? Obtain { get; init; }

    public string? Citation { get; init; }

    public string? Terms { get; init; }

    public ProblemPolicy OnProblem { get; init; } = ProblemPolicy.Fail;

    /// <summary>The share of problem rows, in [0, 1], above which <see cref="ProblemPolicy.Fail"/> fails.</summary>
    public double MaxProblemShare { get; init; } = 0.001;

    public bool IsAvailable => AbsentFiles.Count == 0;
}
