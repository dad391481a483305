namespace Neatx.Workspace.Evaluation;

/// <summary>A row of a paper's table.</summary>
/// <param name="Group">What rows that follow one another have in common, or null where there is one group alone.</param>
/// <param name="Title">The model or the finding.</param>
/// <param name="Model">Whose figures they are.</param>
/// <param name="Cells">One a label set.</param>
public sealed record PaperRow(string? Group, string Title, EvaluatedModel Model, IReadOnlyList<PaperCell> Cells);
