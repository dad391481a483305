namespace Neatx.Workspace.Launch;

/// <summary>
/// What the manifest remembers of one step. <see cref="Key"/> is the SHA-256 of everything the step's result depends on: the program's own
/// code, the step's definition, the bytes of the files it read and the keys of the steps before it.
/// </summary>
public sealed record StepRecord(string Name, string Key, IReadOnlyList<StepOutput> Outputs);
