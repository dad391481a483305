using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>
/// Picks a cohort from a dataset step by step, with the counts after each, into catalog/NAME.cohort.parquet: image, patient, row, in the dataset's order.
/// </summary>
public static class CohortTable
{
    /// <summary>Runs the steps.</summary>
    /// <param name="definition">What the protocol says.</param>
    /// <param name="tables">The tables of the run by name: the cohort's dataset, and those that its steps name.</param>
    /// <param name="seed">The protocol's seed, for samples that state none.</param>
    /// <param name="context">The run.</param>
    /// <param name="token">Stops the work.</param>
    /// <exception cref="NeatxException">A predicate cannot be used, or a step asks for more images than are left.</exception>
    public static CohortFlow Build(
        CohortDefinition definition,
        IReadOnlyDictionary<string, TableReference> tables,
        ulong seed,
        CatalogContext context,
        CancellationToken token = default)
    {
        var dataset = tables[definition.Dataset];
        var counts = new List<CohortCount>();
        var undefined = dataset.Data is null ? $"its dataset '{dataset.Name}': {dataset.Unavailable}" : null;
        using var session = context.Database.Open(token);
        if (dataset.Data is { } file)
            session.Execute($"CREATE TEMP TABLE cohort AS SELECT \"row\", image, patient FROM {session.Parquet(file)}");
        var first = new CohortCount(definition.Dataset, dataset.Name, null, null) { Undefined = undefined };
        counts.Add(undefined is null ? Count(session, first, null) : first);

        foreach (var step in definition.Steps)
        {
            var count = new CohortCount(step.Name, step.Title, null, null);
            undefined ??= CohortSql.WhyUndefined(step, dataset, tables, session);
            if (undefined is not null)
            {
                counts.Add(count with { Undefined = undefined });
                continue;
            }

            CohortSql.Run(step, definition.Name, dataset, tables, seed, session);
            counts.Add(Count(session, count, counts[^1].Images));
        }

        var flow = new CohortFlow(definition.Name, definition.Title, definition.Dataset, counts);
        if (undefined is not null) return flow;
        var data = $"catalog/{definition.Name}.cohort.parquet";
        session.WriteParquet("SELECT image, patient, \"row\" FROM cohort ORDER BY \"row\"", data);
        return flow with { Data = data };
    }

    private static CohortCount Count(TableSession session, CohortCount count, long? before)
    {
        var images = session.Count("SELECT count(*) FROM cohort");
        var patients = session.Count("SELECT count(DISTINCT patient) FROM cohort");
        var known = patients > 0 || images == 0;
        return count with { Images = images, Patients = known ? patients : null, Removed = before - images };
    }
}
