using Neatx.Core.Labels;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Writes a label set made here in the form that read ones have: image, patient, row, then one column of state codes a finding.</summary>
internal static class LabelSetWriter
{
    /// <param name="session">A temporary table is made in it and dropped.</param>
    /// <param name="file">The Parquet file, relative to the run folder; replaced whole.</param>
    /// <param name="images">Image ids in order.</param>
    /// <param name="patients">Parallel to the images; null where unknown.</param>
    /// <param name="findings">Finding and its states, parallel to the images.</param>
    public static void Write(
        TableSession session, string file, IReadOnlyList<string> images, IReadOnlyList<string?> patients, IReadOnlyList<KeyValuePair<string, LabelState[]>> findings)
    {
        session.Execute($"CREATE OR REPLACE TEMP TABLE made (image VARCHAR, patient VARCHAR, row BIGINT, {string.Join(", ", findings.Select(each => $"{Sql.Name(each.Key)} UTINYINT"))})");
        using (var rows = session.Append("made"))
        {
            for (var index = 0; index < images.Count; index++)
            {
                rows.Set(0, images[index]);
                rows.Set(1, patients[index] ?? "");
                rows.Set(2, index + 1L);
                for (var finding = 0; finding < findings.Count; finding++) rows.Set(finding + 3, (byte)findings[finding].Value[index]);
                rows.EndRow();
            }

            rows.Close();
        }

        session.WriteParquet("SELECT * FROM made ORDER BY row", file);
        session.Execute("DROP TABLE made");
    }
}
