using Neatx.Core.Labels;
using Neatx.Workspace.Protocol;

namespace Neatx.Workspace.Catalog;

/// <summary>Findings as a row each: the row names one, with a value or by being there.</summary>
internal sealed class NamedFinding(ColumnMapping mapping, FindingVocabulary vocabulary)
{
    private readonly HashSet<string> none = new(mapping.NoFinding, StringComparer.OrdinalIgnoreCase);
    private readonly StateWords words = new(mapping);
    private int nameColumn;
    private int? valueColumn;

    public void Bind(CsvHeader header)
    {
        nameColumn = header.Find(mapping.FindingName!);
        valueColumn = mapping.Value is { } value ? header.Find(value) : null;
    }

    /// <summary>The finding that the row names, null for one that means "none", and its state; notes a problem and returns false when it names none.</summary>
    public bool TryRead(TableRow row, out string? finding, out LabelState state)
    {
        finding = null;
        state = LabelState.Positive;
        var name = row[nameColumn];
        if (name.IsEmpty)
        {
            row.Problem("missing-finding", nameColumn, name, "the name of a finding", "Name the finding of this row.");
            return false;
        }

        if (valueColumn is { } column && !words.TryRead(row, column, out state)) return false;
        var text = mapping.NormaliseNames ? name.ToString().ToLowerInvariant() : name.ToString();
        if (!none.Contains(text)) finding = vocabulary.Name(text);
        return true;
    }
}
