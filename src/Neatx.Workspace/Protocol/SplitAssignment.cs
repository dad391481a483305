namespace Neatx.Workspace.Protocol;

/// <summary>The patients of a table's images belong in these parts: in the one, or in whichever of several the stratification chooses.</summary>
public sealed record SplitAssignment(string Of, IReadOnlyList<string> Parts);
