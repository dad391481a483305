namespace Neatx.Workspace.Launch;

/// <summary>A file a step made: its path relative to the run folder, with forward slashes, and the SHA-256 of its bytes.</summary>
public sealed record StepOutput(string Path, string Sha256);
