namespace Neatx.Workspace.Protocol;

/// <summary>A table of images with their patients and attributes.</summary>
public sealed record DatasetDefinition(string Name, string Title, TableSource Table);
