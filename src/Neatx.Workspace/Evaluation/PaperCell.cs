using System.Globalization;

namespace Neatx.Workspace.Evaluation;

/// <summary>A cell of a paper's table.</summary>
/// <param name="Cell">What stands in it, or null where it could not be tried.</param>
/// <param name="IsBest">The highest mean AUC of its row or column.</param>
/// <param name="Undefined">Why there is no AUC, or null where there is one.</param>
public sealed record PaperCell(EvaluationCell? Cell, bool IsBest, string? Undefined)
{
    /// <summary>AUC x 100 with one digit and its SD over seeds, as the paper prints it; an en dash where there is none.</summary>
    /// <param name="plusMinus">What stands between the two.</param>
    public string Text(string plusMinus)
    {
        if (Cell?.Auc.Value is not { } mean) return "\u2013";
        var text = (100 * mean).ToString("F1", CultureInfo.InvariantCulture);
        return Cell.AucSpread.Value is { } spread ? $"{text}{plusMinus}{(100 * spread).ToString("F1", CultureInfo.InvariantCulture)}" : text;
    }
}
