namespace Neatx.Workspace.Protocol;

/// <summary>Images picked from a dataset by steps, with a count after each.</summary>
public sealed record CohortDefinition(string Name, string Title, string Dataset, IReadOnlyList<CohortStep> Steps);
