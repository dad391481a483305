using System.Globalization;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Catalog;

/// <summary>The steps of a cohort, on the temporary table "cohort" (row, image, patient).</summary>
internal static class CohortSql
{
    /// <summary>Why a step cannot be run, or null when it can.</summary>
    public static string? WhyUndefined(
        CohortStep step, TableReference dataset, IReadOnlyDictionary<string, TableReference> tables, TableSession session)
    {
        if (step.Of is null) return null;
        var other = tables[step.Of];
        if (other.Data is not { } data) return $"step '{step.Name}' needs '{other.Name}': {other.Unavailable}";
        if (step.Kind != CohortStepKind.ExcludePatientsOf) return null;
        if (session.Count($"SELECT count(*) FROM cohort WHERE patient IS NULL") is > 0 and var images)
            return $"step '{step.Name}' excludes patients, but the dataset '{dataset.Name}' names none for {images:N0} images";
        var unknown = session.Count($"SELECT count(*) FROM {Patients(session, data, dataset)} WHERE patient IS NULL");
        return unknown == 0 ? null : $"step '{step.Name}' excludes the patients of '{other.Name}', but {unknown:N0} of its images have none that is known";
    }

    /// <summary>Runs a step.</summary>
    public static void Run(
        CohortStep step, string cohort, TableReference dataset, IReadOnlyDictionary<string, TableReference> tables, ulong seed, TableSession session)
    {
        var place = $"cohort '{cohort}', step '{step.Name}'";
        var other = step.Of is { } name ? tables[name].Data! : null;
        switch (step.Kind)
        {
            case CohortStepKind.Keep:
                Keep(step.Where!, place, dataset, session);
                break;
            case CohortStepKind.KeepImagesOf:
                Only(session, $"image IN (SELECT image FROM {session.Parquet(other!)})");
                break;
            case CohortStepKind.ExcludeImagesOf:
                Only(session, $"image NOT IN (SELECT image FROM {session.Parquet(other!)})");
                break;
            case CohortStepKind.ExcludePatientsOf:
                Only(session, $"patient NOT IN (SELECT patient FROM {Patients(session, other!, dataset)})");
                break;
            case CohortStepKind.Sample:
                CheckEnough(step, place, session);
                // SHA-256 of seed and image: the same sample in every version of DuckDB, whatever the order of the rows.
                var key = step.Seed is { } own ? own.ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{seed}/{cohort}/{step.Name}");
                Only(session, $"image IN (SELECT image FROM cohort ORDER BY sha256({Sql.Text(key + "/")} || image), image LIMIT {step.Count})");
                break;
            case CohortStepKind.First:
                CheckEnough(step, place, session);
                Only(session, $"\"row\" IN (SELECT \"row\" FROM cohort ORDER BY \"row\" LIMIT {step.Count})");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step.Kind, null);
        }
    }

    private static void Keep(string predicate, string place, TableReference dataset, TableSession session)
    {
        var source = session.Parquet(dataset.Data!);
        var where = Predicate.Where(session, predicate, place);
        var columns = session.Texts($"SELECT column_name FROM (DESCRIBE SELECT * FROM {source})");
        where.Run(() => session.Count($"CREATE TEMP TABLE kept AS SELECT \"row\" FROM {source} WHERE {where.Sql}; SELECT 0"), columns);
        Only(session, "\"row\" IN (SELECT \"row\" FROM kept)");
        session.Execute("DROP TABLE kept");
    }

    private static void Only(TableSession session, string condition) => session.Execute($"""
        CREATE TEMP TABLE next AS SELECT * FROM cohort WHERE {condition};
        DROP TABLE cohort;
        ALTER TABLE next RENAME TO cohort
        """);

    /// <summary>The patients of another table's images, as it names them and as the cohort's dataset does; NULL for an image with neither.</summary>
    private static string Patients(TableSession session, string data, TableReference dataset)
    {
        var joined = $"(SELECT t.patient AS own, d.patient AS known FROM {session.Parquet(data)} t LEFT JOIN {session.Parquet(dataset.Data!)} d USING (image))";
        return $"(SELECT own AS patient FROM {joined} WHERE own IS NOT NULL UNION ALL SELECT known FROM {joined} WHERE known IS NOT NULL OR own IS NULL)";
    }

    private static void CheckEnough(CohortStep step, string place, TableSession session)
    {
        var left = session.Count("SELECT count(*) FROM cohort");
        if (left < step.Count)
            throw new NeatxException($"{place}: {step.Count:N0} images are asked for, and {left:N0} are left. Ask for fewer, or loosen an earlier step.");
    }
}
