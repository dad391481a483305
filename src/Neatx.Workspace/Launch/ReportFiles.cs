namespace Neatx.Workspace.Launch;

/// <summary>The files that the report stage wrote, relative to the run folder.</summary>
public sealed record ReportFiles(IReadOnlyList<string> Files);
