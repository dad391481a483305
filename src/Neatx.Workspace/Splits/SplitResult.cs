using Neatx.Core.Splits;

namespace Neatx.Workspace.Splits;

/// <summary>A split as it stands in the run, with the certificate that it leaks nothing and how alike its parts are.</summary>
public sealed record SplitResult
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The dataset whose images are parted.</summary>
    public required string Dataset { get; init; }

    /// <summary>The tables whose images are parted, as far as they are to be had.</summary>
    public required IReadOnlyList<string> Of { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The label set whose findings the parts are to have alike, or null.</summary>
    public string? Labels { get; init; }

    /// <summary>The findings that count for that.</summary>
    public IReadOnlyList<string> Stratified { get; init; } = [];

    /// <summary>k of k-fold cross-validation, whose parts are the folds; 0 for none.</summary>
    public int Folds { get; init; }

    /// <summary>Why there is no split, or null.</summary>
    public string? Unavailable { get; init; }

    public int Images { get; init; }

    public int Patients { get; init; }

    /// <summary>What was left out before, for instance "images whose film is missing", with its number.</summary>
    public IReadOnlyList<SplitOmission> Omitted { get; init; } = [];

    public IReadOnlyList<SplitPartResult> Parts { get; init; } = [];

    public IReadOnlyList<SplitRuleResult> Rules { get; init; } = [];

    /// <summary>What each two parts have in common: nothing.</summary>
    public IReadOnlyList<SharedBetweenParts> Shared { get; init; } = [];

    /// <summary>True when no two parts share a patient or an image, counted from the list of members.</summary>
    public bool Disjoint { get; init; }

    public IReadOnlyList<SplitBalance> Balance { get; init; } = [];

    /// <summary>The Parquet file: image, patient, and part or fold.</summary>
    public string? Data { get; init; }

    /// <summary>The same as CSV.</summary>
    public string? Csv { get; init; }
}
