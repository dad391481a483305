namespace Neatx.Workspace.Splits;

/// <summary>Images that a split leaves out, and why.</summary>
public sealed record SplitOmission(string Reason, long Images);
