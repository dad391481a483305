namespace Neatx.Workspace.Evaluation;

/// <summary>A cell that should hold a score and is blank; it matters only where the row has a label.</summary>
/// <param name="Row">The row among the images, from 0.</param>
/// <param name="Line">Its line in the file.</param>
/// <param name="Column">The column of scores.</param>
internal sealed record BlankScore(int Row, long Line, string Column);
