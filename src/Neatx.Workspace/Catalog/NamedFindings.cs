using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>Findings as a row each, as the lists of a dataset: a row lists the finding it names when that is positive.</summary>
internal sealed class NamedFindings(ColumnMapping mapping, FindingVocabulary vocabulary, FindingLists lists) : IFindingReader
{
    private readonly NamedFinding finding = new(mapping, vocabulary);

    public void Bind(CsvHeader header) => finding.Bind(header);

    public bool TryRead(TableRow row, out int list)
    {
        list = FindingLists.Unlabelled;
        if (!finding.TryRead(row, out var name, out var state) || state == LabelState.Missing) return !row.Failed;
        var text = state == LabelState.Positive ? name ?? "" : "";
        if (!lists.TryGet(text, out list)) list = lists.Add(text, text.Length == 0 ? [] : [text], raw: null, contradictory: false);
        return true;
    }
}
