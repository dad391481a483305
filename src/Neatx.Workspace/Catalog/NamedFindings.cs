using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>Findings as a row each, as the lists of a dataset: a row lists the finding it names when that is positive.</summary>
internal sealed class NamedFindings(ColumnMapping mapping, FindingVocabulary vocabulary) : IFindingReader
{
    private static readonly FindingList None = new([]);
    private readonly NamedFinding finding = new(mapping, vocabulary);
    private readonly FindingLists lists = new();

    public void Bind(CsvHeader header) => finding.Bind(header);

    public FindingList? Read(TableRow row)
    {
        if (!finding.TryRead(row, out var name, out var state) || state == LabelState.Missing) return null;
        if (name is null || state != LabelState.Positive) return None;
        return lists.Find(name) ?? lists.Add(name, new([name]));
    }
}
