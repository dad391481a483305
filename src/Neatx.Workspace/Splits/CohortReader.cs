using Neatx.Core.Labels;
using Neatx.Core.Splits;
using Neatx.Workspace.Protocol;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Splits;

/// <summary>Reads the images to be split with what is known of them, in the order of their dataset.</summary>
internal static class CohortReader
{
    /// <summary>The first years of age bands, as reports on chest films give them.</summary>
    private static readonly int[] AgeBands = [18, 40, 60, 80];

    private static readonly string[] Words = ["sex", "view"];

    /// <param name="definition">What the protocol says.</param>
    /// <param name="sources">The tables; at least one of those to be split is to be had, and the dataset is.</param>
    /// <param name="session">Reads them.</param>
    /// <param name="omitted">What was left out.</param>
    /// <exception cref="NeatxException">There is no image, or one without a patient.</exception>
    public static SplitCohort Read(SplitDefinition definition, SplitSources sources, TableSession session, out IReadOnlyList<SplitOmission> omitted)
    {
        var findings = sources.Labels?.Findings ?? [];
        omitted = Choose(definition, sources, session);
        CheckPatients(definition, sources, session);
        var (images, patients) = (new List<string>(), new List<string>());
        var states = findings.Select(_ => new List<LabelState>()).ToArray();
        var words = Words.Select(_ => new List<string?>()).ToArray();
        var ages = new List<int?>();
        session.Query(Select(sources, findings, session), row =>
        {
            images.Add(row.GetString(0));
            patients.Add(row.GetString(1));
            ages.Add(row.IsDBNull(2) ? null : (int)Math.Floor(Convert.ToDouble(row.GetValue(2), null)));
            for (var word = 0; word < words.Length; word++) words[word].Add(row.IsDBNull(3 + word) ? null : row.GetString(3 + word));
            for (var finding = 0; finding < states.Length; finding++)
                states[finding].Add(row.IsDBNull(3 + words.Length + finding) ? LabelState.Missing : (LabelState)row.GetByte(3 + words.Length + finding));
        });
        session.Execute("DROP TABLE parted");
        var characteristics = findings.Select((finding, index) => Characteristic.OfFinding(finding, states[index].ToArray()))
            .Concat(Words.Where((_, word) => words[word].Exists(value => value is not null)).Select(name => Characteristic.OfValues(name, words[Array.IndexOf(Words, name)])));
        if (ages.Exists(age => age is not null)) characteristics = characteristics.Append(Characteristic.OfAges("age", ages, AgeBands));
        return new SplitCohort(images, patients, [.. characteristics]);
    }

    /// <summary>Makes the temporary table "parted" with the images.</summary>
    private static List<SplitOmission> Choose(SplitDefinition definition, SplitSources sources, TableSession session)
    {
        var dataset = session.Parquet(sources.Dataset.Data!);
        var all = string.Join(" UNION ", definition.Of.Select(name => sources.Tables[name].Data).OfType<string>().Select(file => $"SELECT image FROM {session.Parquet(file)}"));
        session.Execute($"CREATE OR REPLACE TEMP TABLE parted AS SELECT DISTINCT image FROM ({all})");
        var omitted = new List<SplitOmission>();
        Leave($"that the dataset '{sources.Dataset.Name}' does not have", $"image NOT IN (SELECT image FROM {dataset})");
        if (sources.Films is { } films) Leave("whose film is missing or cannot be used", $"image NOT IN (SELECT image FROM {session.Parquet(films)} WHERE problem IS NULL)");
        if (session.Count("SELECT count(*) FROM parted") == 0)
            throw new NeatxException($"split '{definition.Name}': no image is left to be parted. Loosen the cohort, or name other tables under 'of'.");
        return omitted;

        void Leave(string reason, string where)
        {
            var images = session.Count($"SELECT count(*) FROM parted WHERE {where}");
            if (images == 0) return;
            omitted.Add(new SplitOmission($"images {reason}", images));
            session.Execute($"DELETE FROM parted WHERE {where}");
        }
    }

    private static void CheckPatients(SplitDefinition definition, SplitSources sources, TableSession session)
    {
        var unknown = session.Texts($"SELECT image FROM parted JOIN {session.Parquet(sources.Dataset.Data!)} d USING (image) WHERE d.patient IS NULL ORDER BY image LIMIT 1");
        if (unknown is not [var image]) return;
        throw new NeatxException(
            $"split '{definition.Name}': the patient of image '{image}' is not known, and images are parted by patient. "
            + $"Name the column of patients of the dataset '{sources.Dataset.Name}', or leave such images out in a cohort (keep: patient is not null).");
    }

    private static string Select(SplitSources sources, IReadOnlyList<string> findings, TableSession session)
    {
        var labels = sources.Labels is { } set && findings.Count > 0 ? $"LEFT JOIN ({set.Query(session)}) l ON l.image = d.image" : "";
        return $"""
            SELECT d.image, d.patient, d.age, d.sex, d.view{string.Concat(findings.Select(finding => $", l.{Sql.Name(finding)}"))}
            FROM {session.Parquet(sources.Dataset.Data!)} d SEMI JOIN parted USING (image) {labels} ORDER BY d."row"
            """;
    }
}
