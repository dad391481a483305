using Neatx.Core.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Agreement;

/// <summary>One side of a comparison: a label set, or one rater of a ratings table.</summary>
public sealed record ComparedSide
{
    private readonly string _file;
    private readonly string? _rater;
    private readonly bool _bySide;

    private ComparedSide(string name, string title, IReadOnlyList<string> findings, string file, string? rater, bool bySide) =>
        (Name, Title, Findings, _file, _rater, _bySide) = (name, title, findings, file, rater, bySide);

    public string Name { get; }

    public string Title { get; }

    /// <summary>The findings this side judges.</summary>
    public IReadOnlyList<string> Findings { get; }

    /// <summary>A label set by its Parquet file, relative to the run folder.</summary>
    public static ComparedSide LabelSet(string name, string title, string file, IReadOnlyList<string> findings) =>
        new(name, title, findings, file, rater: null, bySide: false);

    /// <summary>One rater of a ratings Parquet file; with <paramref name="bySide"/> rating codes become states by side of .5.</summary>
    public static ComparedSide Rater(string rater, string file, IReadOnlyList<string> findings, bool bySide) =>
        new(rater, rater, findings, file, rater, bySide);

    /// <summary>A SELECT with image, patient, row and one column of codes a finding.</summary>
    internal string Query(TableSession session)
    {
        var columns = Findings.Select(finding => _bySide ? $"{SideOf(Sql.Name(finding))} AS {Sql.Name(finding)}" : Sql.Name(finding));
        var filter = _rater is null ? "" : $" WHERE rater = {Sql.Text(_rater)}";
        return $"SELECT image, patient, row, {string.Join(", ", columns)} FROM {session.Parquet(_file)}{filter}";
    }

    private static string SideOf(string column)
    {
        var states = Enumerable.Range(0, 7).Select(code => (int)Rating.OfCode((byte)code).Side);
        return $"CAST([{string.Join(", ", states)}][{column} + 1] AS UTINYINT)";
    }
}
