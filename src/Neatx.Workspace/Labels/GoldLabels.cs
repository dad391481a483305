using Neatx.Core.Agreement;
using Neatx.Core.Labels;
using Neatx.Workspace.Agreement;
using Neatx.Workspace.Storage;

namespace Neatx.Workspace.Labels;

/// <summary>Reads the reference labels that anchor a rule.</summary>
internal static class GoldLabels
{
    /// <summary>The labels of one finding on the images that were rated.</summary>
    public static ReferenceLabels Read(TableSession session, ComparedSide gold, string finding, RatingTable ratings)
    {
        var rated = ratings.Items.ToHashSet(StringComparer.Ordinal);
        var labels = new List<KeyValuePair<string, string>>();
        session.Query($"SELECT image, {Sql.Name(finding)} FROM ({gold.Query(session)}) ORDER BY row", row =>
        {
            if (rated.Contains(row.GetString(0))) labels.Add(new(row.GetString(0), AgreementPolicy.Word((LabelState)row.GetByte(1))));
        });
        return ReferenceLabels.Of(ratings, labels);
    }
}
