namespace Neatx.Workspace.Labels;

/// <summary>A label set as it stands in the run: where it came from and what it holds.</summary>
public sealed record LabelSetSummary
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The kind in words: "report parsing", "image review", "non-expert", ...</summary>
    public required string Kind { get; init; }

    /// <summary>For a consensus: rule with its options, and the ratings; for a table: its files. One line.</summary>
    public required string Provenance { get; init; }

    /// <summary>Why it could not be made here, or null.</summary>
    public string? Unavailable { get; init; }

    public long Images { get; init; }

    public long? Patients { get; init; }

    public IReadOnlyList<StateCounts> Findings { get; init; } = [];

    /// <summary>The Parquet file: image, patient, row, then one column a finding with the code of its LabelState.</summary>
    public string? Data { get; init; }

    /// <summary>For a rule that estimates: the JSON with confusion matrices and the log-likelihood trace.</summary>
    public string? Model { get; init; }
}
