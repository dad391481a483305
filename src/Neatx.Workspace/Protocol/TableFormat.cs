namespace Neatx.Workspace.Protocol;

/// <summary>A format that tables come in, and the columns it brings along.</summary>
public sealed record TableFormat(string Name, string Description, ColumnMapping Columns);
