using System.Text;
using Neatx.Core.Splits;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Splits;

/// <summary>Writes the members of a split as Parquet, for the run, and as CSV, for people and other programs.</summary>
internal static class SplitWriter
{
    /// <param name="split">The split.</param>
    /// <param name="folds">True writes the number of the fold, from 1, rather than the part's name.</param>
    /// <param name="parquet">Relative to the run folder.</param>
    /// <param name="csv">The full path.</param>
    /// <param name="session">A temporary table is made in it and dropped.</param>
    public static void Write(Split split, bool folds, string parquet, string csv, TableSession session)
    {
        session.Execute($"CREATE OR REPLACE TEMP TABLE made (\"row\" BIGINT, image VARCHAR, patient VARCHAR, {(folds ? "fold INTEGER" : "part VARCHAR")})");
        AtomicFile.Write(csv, stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
            using var rows = session.Append("made");
            text.Write(CsvText.Line("image", "patient", folds ? "fold" : "part"));
            foreach (var (row, member) in split.Members.Index())
            {
                rows.Set(0, (long)row);
                rows.Set(1, member.Image);
                rows.Set(2, member.Patient);
                var part = split.PartOfImage(row);
                if (folds) rows.Set(3, part + 1);
                else rows.Set(3, split.Parts[part]);
                rows.EndRow();
                text.Write(CsvText.Line(member.Image, member.Patient, folds ? (part + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : split.Parts[part]));
            }

            rows.Close();
        });
        session.WriteParquet("SELECT * EXCLUDE (\"row\") FROM made ORDER BY \"row\"", parquet);
        session.Execute("DROP TABLE made");
    }
}
