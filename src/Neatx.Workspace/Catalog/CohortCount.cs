namespace Neatx.Workspace.Catalog;

/// <summary>
/// What is left after one step. Counts are null, with <see cref="Undefined"/>, from the first step on that needs a table which is not to be had.
/// </summary>
public sealed record CohortCount(string Name, string Title, long? Images, long? Patients)
{
    /// <summary>Images the step removed, or null.</summary>
    public long? Removed { get; init; }

    public string? Undefined { get; init; }
}
