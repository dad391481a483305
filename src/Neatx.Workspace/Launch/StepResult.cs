namespace Neatx.Workspace.Launch;

/// <summary>The result of a step, its record, and whether it stood already.</summary>
public sealed record StepResult<T>(T Value, StepRecord Record, bool Reused);
