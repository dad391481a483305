using Neatx.Core.Labels;

namespace Neatx.Workspace.Protocol;

/// <summary>
/// Which column of a CSV file means what. Column names are compared exactly, then without regard to case.
/// Findings come in exactly one of three shapes: a column each (<see cref="Findings"/>), one column that lists
/// them (<see cref="FindingList"/>), or one row a finding (<see cref="FindingName"/>).
/// </summary>
public sealed record ColumnMapping
{
    /// <summary>The columns that every table may have for predicates; those of <see cref="Keep"/> have other names.</summary>
    public static IReadOnlyList<string> OwnColumns { get; } = ["image", "patient", "study", "age", "sex", "view", "findings", "findings_raw", "labelled", "row"];

    /// <summary>False for a plain list without a header line; columns are then named "1", "2", ...</summary>
    public bool Header { get; init; } = true;

    public string? Image { get; init; }

    public string? Patient { get; init; }

    public string? Study { get; init; }

    /// <summary>Years, or the first-release form 058Y, 011M, 001D.</summary>
    public string? Age { get; init; }

    public string? Sex { get; init; }

    public string? View { get; init; }

    /// <summary>The rater of the row, in a ratings table in long form.</summary>
    public string? Rater { get; init; }

    /// <summary>Further columns to keep for predicates: name in SQL to name in the file.</summary>
    public IReadOnlyDictionary<string, string> Keep { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Finding to column. In a ratings table in wide form the column name holds "{rater}", for instance "NSG_tube_{rater}".</summary>
    public IReadOnlyDictionary<string, string> Findings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The raters of a wide ratings table, in order.</summary>
    public IReadOnlyList<string> Raters { get; init; } = [];

    /// <summary>The column that lists an image's findings.</summary>
    public string? FindingList { get; init; }

    /// <summary>What separates the names in <see cref="FindingList"/>; null when the cell is a Python list literal.</summary>
    public string? Separator { get; init; }

    /// <summary>The column that names the finding of this row, in long form.</summary>
    public string? FindingName { get; init; }

    /// <summary>The column with the value, in long form; null when the row's existence means positive.</summary>
    public string? Value { get; init; }

    /// <summary>Cell text to state, compared without regard to case; text not listed is a problem. Not used by ratings tables.</summary>
    public IReadOnlyDictionary<string, LabelState> Values { get; init; } = new Dictionary<string, LabelState>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Entries of <see cref="FindingList"/> that mean "none", such as "No Finding".</summary>
    public IReadOnlyList<string> NoFinding { get; init; } = [];

    /// <summary>True when several rows of one image are expected and are combined: positive if any row is.</summary>
    public bool CombineRows { get; init; }

    /// <summary>True when names in <see cref="FindingList"/> are stripped, lower-cased and deduplicated (PadChest).</summary>
    public bool NormaliseNames { get; init; }
}
