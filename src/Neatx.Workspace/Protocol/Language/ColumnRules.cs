using Neatx.Workspace.Protocol.Shapes;

namespace Neatx.Workspace.Protocol.Language;

/// <summary>Whether the columns of a table, its format's own included, make sense together and for what the table is used for.</summary>
internal static class ColumnRules
{
    private const string RaterMark = "{rater}";

    /// <summary>Reports every contradiction in the table that stands under <paramref name="key"/>.</summary>
    public static void Check(Fields fields, TypedKey<TableSource> key, TableRole role)
    {
        if (fields.Find(key) is not { } table) return;
        var place = fields.Node(key)!.Place;
        fields.Binding.Under(key.Name, () =>
        {
            foreach (var mistake in Mistakes(table, role)) fields.Binding.Report(place, mistake);
            if (role != TableRole.ImageMap) CheckFormatFindings(fields.Binding, place, TableFormats.Find(table.Format), table.Columns);
        });
    }

    /// <summary>Findings that the protocol writes are checked where they stand; those that a format brings along are not written.</summary>
    private static void CheckFormatFindings(Binding binding, SourceLocation place, TableFormat format, ColumnMapping columns)
    {
        if (!ReferenceEquals(columns.Findings, format.Columns.Findings)) return;
        var path = binding.Path;
        binding.AtEnd(() =>
        {
            foreach (var finding in columns.Findings.Keys.Where(finding => binding.Names.Find(NameSpace.Finding, finding)?.Name != finding))
                binding.ReportUnder(path, place, $"expected the finding {Wording.Quote(finding)} among 'findings', as 'format: {format.Name}' labels it, found none; add it there");
        });
    }

    private static IEnumerable<string> Mistakes(TableSource table, TableRole role)
    {
        var columns = table.Columns;
        if (role == TableRole.ImageMap)
        {
            if (table.Format != TableFormats.Csv || !ReferenceEquals(columns, TableFormats.Find(TableFormats.Csv).Columns))
                yield return "expected 'format: csv' without columns; from and to of the image map name the columns";
            yield break;
        }

        if (columns.Image is null) yield return "expected 'columns.image', the column of the image id, found none";
        foreach (var mistake in FindingMistakes(table.Format, columns, role)) yield return mistake;
        foreach (var mistake in ValueMistakes(columns, role)) yield return mistake;
        foreach (var mistake in RaterMistakes(columns, role)) yield return mistake;
    }

    private static IEnumerable<string> FindingMistakes(string format, ColumnMapping columns, TableRole role)
    {
        string[] shapes =
        [
            .. columns.Findings.Count > 0 ? ["findings"] : Array.Empty<string>(),
            .. columns.FindingList is not null ? ["finding_list"] : Array.Empty<string>(),
            .. columns.FindingName is not null ? ["finding_name"] : Array.Empty<string>(),
        ];
        if (shapes.Length > 1)
            yield return $"expected one of findings, finding_list and finding_name, found {string.Join(" and ", shapes)} with what 'format: {format}' brings along; use 'format: csv' and name all columns";
        if (shapes.Length == 0 && role != TableRole.Dataset)
            yield return "expected one of 'columns.findings', 'columns.finding_list' and 'columns.finding_name', found none; say where the findings are";
        if (columns.FindingList is not null && role is TableRole.Grades or TableRole.States)
            yield return "expected 'findings' or 'finding_name' in ratings, found 'finding_list': a list does not say who did not judge";
        if (columns.FindingList is null)
        {
            if (columns.Separator is not null) yield return "expected 'finding_list' beside 'separator', found none";
            if (columns.NoFinding.Count > 0) yield return "expected 'finding_list' beside 'no_finding', found none";
            if (columns.NormaliseNames) yield return "expected 'finding_list' beside 'normalise_names', found none";
        }

        if (columns.Value is not null && columns.FindingName is null) yield return "expected 'finding_name' beside 'value', found none";
    }

    private static IEnumerable<string> ValueMistakes(ColumnMapping columns, TableRole role)
    {
        var hasCells = columns.Findings.Count > 0 || columns.Value is not null;
        if (role == TableRole.Grades)
        {
            if (columns.Values.Count > 0) yield return "conflict: 'values' are for states, and these ratings are certainty grades; remove 'values' or add 'states: true'";
            if (columns.FindingName is not null && columns.Value is null) yield return "expected 'value', the column of the certainty, beside 'finding_name', found none";
        }
        else if (hasCells && columns.Values.Count == 0)
        {
            yield return "expected 'columns.values', found none; say which cell texts mean positive and negative";
        }
        else if (!hasCells && columns.Values.Count > 0)
        {
            yield return "conflict: 'values' needs cells to read, and no column holds any; name 'findings' or 'value', or remove 'values'";
        }
    }

    private static IEnumerable<string> RaterMistakes(ColumnMapping columns, TableRole role)
    {
        var marked = columns.Findings.Where(each => each.Value.Contains(RaterMark, StringComparison.Ordinal)).Select(each => each.Key).ToList();
        var isRatings = role is TableRole.Grades or TableRole.States;
        if (!isRatings && (columns.Rater is not null || columns.Raters.Count > 0))
            yield return "conflict: 'rater' and 'raters' are for ratings; declare this table under ratings";
        if (isRatings && columns.Rater is null && columns.Raters.Count == 0)
            yield return "expected 'columns.raters' with '{rater}' in the columns of findings, or 'columns.rater', found neither; say who rated";
        if (columns.Raters.Count == 0 && marked.Count > 0)
            yield return $"expected 'columns.raters' for '{RaterMark}' in the column of {Wording.Quote(marked[0])}, found none";
        if (columns.Raters.Count > 0 && (columns.Findings.Count == 0 || marked.Count < columns.Findings.Count))
            yield return $"expected '{RaterMark}' in the column of every finding, as 'raters' stand side by side, found {marked.Count} of {columns.Findings.Count}";
        if (columns.Raters.Distinct(StringComparer.Ordinal).Count() < columns.Raters.Count) yield return "expected each of 'raters' once, found one twice";
        if (isRatings && columns.CombineRows) yield return "conflict: 'combine_rows' would merge what raters said; remove it";
    }
}
