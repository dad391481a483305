using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>Findings as a column each: a dataset lists those that are positive, and calls an image labelled when any is not missing.</summary>
internal sealed class ColumnFindings : IFindingReader
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> findings;
    private readonly StateWords words;
    private readonly FindingLists lists = new();
    private readonly int[] columns;
    private readonly char[] states;

    public ColumnFindings(ColumnMapping mapping, FindingVocabulary vocabulary)
    {
        findings = FindingColumns.Of(mapping, vocabulary);
        words = new StateWords(mapping);
        columns = new int[findings.Count];
        states = new char[findings.Count];
    }

    public void Bind(CsvHeader header)
    {
        for (var i = 0; i < columns.Length; i++) columns[i] = header.Find(findings[i].Value);
    }

    public FindingList? Read(TableRow row)
    {
        var labelled = false;
        for (var i = 0; i < columns.Length; i++)
        {
            if (!words.TryRead(row, columns[i], out var state)) return null;
            states[i] = (char)state;
            labelled |= state != LabelState.Missing;
        }

        if (!labelled) return null;
        return lists.Find(states) ?? lists.Add(states, new([.. findings.Where((_, i) => states[i] == (char)LabelState.Positive).Select(finding => finding.Key)]));
    }
}
