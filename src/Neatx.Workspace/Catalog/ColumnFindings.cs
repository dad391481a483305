using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>Findings as a column each: a dataset lists those that are positive, and calls an image labelled when any is not missing.</summary>
internal sealed class ColumnFindings : IFindingReader
{
    private readonly IReadOnlyList<KeyValuePair<string, string>> findings;
    private readonly StateWords words;
    private readonly FindingLists lists;
    private readonly int[] columns;
    private readonly char[] states;

    public ColumnFindings(ColumnMapping mapping, FindingVocabulary vocabulary, FindingLists lists)
    {
        findings = FindingColumns.Of(mapping, vocabulary);
        words = new StateWords(mapping);
        this.lists = lists;
        columns = new int[findings.Count];
        states = new char[findings.Count];
    }

    public void Bind(CsvHeader header)
    {
        for (var i = 0; i < columns.Length; i++) columns[i] = header.Find(findings[i].Value);
    }

    public bool TryRead(TableRow row, out int list)
    {
        list = FindingLists.Unlabelled;
        var labelled = false;
        for (var i = 0; i < columns.Length; i++)
        {
            if (!words.TryRead(row, columns[i], out var state)) return false;
            states[i] = (char)state;
            labelled |= state != LabelState.Missing;
        }

        if (!labelled || lists.TryGet(states, out list)) return true;
        var positive = findings.Where((_, i) => states[i] == (char)LabelState.Positive).Select(finding => finding.Key).ToList();
        list = lists.Add(states, positive, raw: null, contradictory: false);
        return true;
    }
}
