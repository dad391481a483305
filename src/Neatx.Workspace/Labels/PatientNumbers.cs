namespace Neatx.Workspace.Labels;

/// <summary>Numbers the patients of a table in SQL.</summary>
internal static class PatientNumbers
{
    /// <summary>A subquery with patient and number, from 0, in the order of <paramref name="first"/>, an aggregate that is different for each.</summary>
    public static string Of(string table, string first) =>
        $"(SELECT patient, (row_number() OVER (ORDER BY {first}) - 1)::INTEGER AS number FROM {table} GROUP BY patient)";
}
