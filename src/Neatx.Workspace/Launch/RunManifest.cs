namespace Neatx.Workspace.Launch;

/// <summary>The file run.json of a run folder: which steps stand, and what each made.</summary>
public sealed record RunManifest
{
    public const string FileName = "run.json";

    /// <summary>The version of this file's form.</summary>
    public int Form { get; init; } = 1;

    public string Program { get; init; } = "";

    /// <summary>The steps in the order in which they last ran.</summary>
    public IReadOnlyList<StepRecord> Steps { get; init; } = [];
}
