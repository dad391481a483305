namespace Neatx.Workspace.Catalog;

/// <summary>A cohort's steps with the counts after each; the first entry is the dataset as read.</summary>
public sealed record CohortFlow(string Name, string Title, string Dataset, IReadOnlyList<CohortCount> Steps)
{
    /// <summary>The Parquet file with the cohort's images, relative to the run folder, or null when it could not be made.</summary>
    public string? Data { get; init; }
}
