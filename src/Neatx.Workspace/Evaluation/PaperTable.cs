namespace Neatx.Workspace.Evaluation;

/// <summary>An evaluation laid out as the paper prints it: label sets are the columns, a row is a model or a finding.</summary>
public sealed class PaperTable
{
    private PaperTable(IReadOnlyList<string> columns, IReadOnlyList<PaperRow> rows) => (Columns, Rows) = (columns, rows);

    /// <summary>The titles of the label sets.</summary>
    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<PaperRow> Rows { get; }

    /// <summary>Why cells have no AUC, each reason once, in the order of the table.</summary>
    public IReadOnlyList<string> Reasons => [.. Rows.SelectMany(row => row.Cells).Select(cell => cell.Undefined).OfType<string>().Distinct(StringComparer.Ordinal)];

    public static PaperTable Of(EvaluationResult result)
    {
        List<PaperRow> rows = result.Rows == "findings"
            ? [.. from model in result.Models
                  from finding in result.Findings
                  let cells = Cells(result, model.Name, finding)
                  select new PaperRow(result.Models.Count == 1 ? null : model.Title, finding, model, [.. cells.Select(cell => Placed(cell, cells))])]
            : [.. from finding in result.Findings
                  let table = result.Models.Select(model => (Model: model, Cells: Cells(result, model.Name, finding))).ToList()
                  from row in table
                  select new PaperRow(
                      result.Findings.Count == 1 ? null : finding,
                      row.Model.Title,
                      row.Model,
                      [.. row.Cells.Select((cell, column) => Placed(cell, [.. table.Select(each => each.Cells[column])]))])];
        return new PaperTable([.. result.LabelSets.Select(set => set.Title)], rows);
    }

    private static PaperCell[] Cells(EvaluationResult result, string model, string finding) =>
    [
        .. from set in result.LabelSets
           let cell = result.Cell(model, set.Name, finding)
           let untried = result.Untried.FirstOrDefault(each => each.Model == model && each.Labels == set.Name && each.Finding == finding)
           select new PaperCell(cell, IsBest: false, cell is null ? untried?.Undefined ?? "it was not tried" : cell.Auc.Undefined),
    ];

    /// <summary>The highest of several is the best; what stands alone is not the best of anything.</summary>
    private static PaperCell Placed(PaperCell cell, IReadOnlyList<PaperCell> among)
    {
        List<double> values = [.. among.Select(other => other.Cell?.Auc.Value).OfType<double>()];
        return cell with { IsBest = cell.Cell?.Auc.Value is { } own && values.Count > 1 && own >= values.Max() };
    }
}
