namespace Neatx.Workspace.Protocol;

/// <summary>Two label sets to compare, in the order they are shown.</summary>
public sealed record LabelSetPair(string A, string B);
