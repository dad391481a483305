using Neatx.Workspace.Labels;

namespace Neatx.Workspace.Catalog;

/// <summary>A table of the run that others refer to by name: a dataset, label set, ratings table or cohort. It has a column "image" and a column "patient".</summary>
/// <param name="Name">Its name in the protocol.</param>
/// <param name="Data">Its Parquet file, relative to the run folder, or null when it is not to be had.</param>
/// <param name="Unavailable">Why it is not to be had, or null.</param>
public sealed record TableReference(string Name, string? Data, string? Unavailable)
{
    public static TableReference Of(TableSummary table) => new(table.Name, table.Data, table.Unavailable);

    public static TableReference Of(LabelSetSummary labels) => new(labels.Name, labels.Data, labels.Unavailable);

    public static TableReference Of(CohortFlow cohort) => new(cohort.Name, cohort.Data, cohort.Steps[^1].Undefined);
}
