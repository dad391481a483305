using Neatx.Workspace.Catalog;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Labels from a table of their own.</summary>
internal static class TableLabels
{
    private static readonly string[] Reserved = ["image", "patient", "row"];

    /// <summary>Reads the table into the temporary table "own": row, image, patient, and the state of each finding that the label set needs.</summary>
    public static JudgedFindings Load(
        LabelSetDefinition definition, TableSource source, TableReader reader, TableSession session, FindingVocabulary vocabulary, string place)
    {
        var mapping = source.Columns;
        using ILabelRows rows = mapping switch
        {
            { FindingList: not null } => new ListLabelRows(mapping, vocabulary, session),
            { FindingName: not null } => new NamedLabelRows(mapping, vocabulary, session),
            { Findings.Count: > 0 } => new ColumnLabelRows(mapping, vocabulary, session),
            _ => throw new NeatxException($"The column mapping of {place} names no findings. Name a column for each (findings:), "
                + "the column that lists them (finding_list:), or the column that names the row's (finding_name:)."),
        };
        reader.Read(rows, session.Token);
        rows.Close();
        if (!mapping.CombineRows) DuplicateRows.SetAside(session, ["image", .. rows.KeyBesideImage], reader, mapping.Image);
        var findings = Decide(definition, rows.Findings(session), rows.Open, vocabulary, place);
        session.Execute($"CREATE TEMP TABLE own AS {rows.Select(findings.Stated, DerivedSql.Code(definition.Unlisted))}");
        return findings;
    }

    /// <summary>Decides what the label set judges, and that its names can be columns.</summary>
    public static JudgedFindings Decide(
        LabelSetDefinition definition, IReadOnlyCollection<string> stated, bool open, FindingVocabulary vocabulary, string place)
    {
        var findings = JudgedFindings.Decide([.. definition.Findings.Select(name => vocabulary.Name(name))], stated, open, vocabulary, place);
        if (findings.Names.FirstOrDefault(name => Reserved.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } taken)
            throw new NeatxException($"{place} has a finding named '{taken}', which is the name of a column of every label set. Give it an alias.");
        return findings;
    }
}
