namespace Neatx.Workspace.Evaluation;

/// <summary>An evaluation laid out as the paper prints it: label sets are the columns, a row is a model or a finding.</summary>
public sealed class PaperTable
{
    private PaperTable(IReadOnlyList<string> columns, IReadOnlyList<PaperRow> rows) => (Columns, Rows) = (columns, rows);

    /// <summary>The titles of the label sets.</summary>
    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<PaperRow> Rows { get; }

    public static PaperTable Of(EvaluationResult result)
    {
        var areFindings = result.Rows == "findings";
        var rows = new List<PaperRow>();
        foreach (var group in areFindings ? result.Models.Select(model => model.Name) : result.Findings)
        {
            var cells = areFindings
                ? result.Findings.Select(finding => (Title: finding, Cells: Cells(result, group, finding))).ToList()
                : [.. result.Models.Select(model => (model.Title, Cells: Cells(result, model.Name, group)))];
            var isOnly = (areFindings ? result.Models.Count : result.Findings.Count) == 1;
            var title = isOnly ? null : areFindings ? result.Models.First(model => model.Name == group).Title : group;
            rows.AddRange(cells.Select(row => new PaperRow(title, row.Title, [.. row.Cells.Select((cell, column) =>
                new PaperCell(cell, cell is not null && IsBest(cell, areFindings ? row.Cells : [.. cells.Select(each => each.Cells[column])])))])));
        }

        return new PaperTable([.. result.LabelSets.Select(set => set.Title)], rows);
    }

    private static EvaluationCell?[] Cells(EvaluationResult result, string model, string finding) =>
        [.. result.LabelSets.Select(set => result.Cell(model, set.Name, finding))];

    /// <summary>The highest of several; what stands alone is not the best of anything.</summary>
    private static bool IsBest(EvaluationCell cell, IReadOnlyList<EvaluationCell?> others)
    {
        List<double> values = [.. others.OfType<EvaluationCell>().Select(other => other.Auc.Value).OfType<double>()];
        return cell.Auc.Value is { } own && values.Count > 1 && own >= values.Max();
    }
}
