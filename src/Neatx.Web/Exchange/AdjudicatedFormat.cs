using Neatx.Core.Labels;
using Neatx.Web.Store;

namespace Neatx.Web.Exchange;

/// <summary>What adjudicators decided, a row an image and a column a finding: a label set that protocols read, with the words of label states.</summary>
public static class AdjudicatedFormat
{
    /// <summary>Writes all decisions in the order of images; a finding without a decision is blank.</summary>
    public static void Write(CampaignReader reader, TextWriter text)
    {
        var findings = reader.Outline().Plan.Findings;
        text.Write(CsvText.Line(["dataset", "image", "patient", .. findings.Select(finding => finding.Name)]));
        using var select = new Statement(
            reader.Connection, null, "SELECT i.dataset, i.name, i.patient, d.invalid, d.grades FROM adjudication d JOIN image i ON i.number = d.image ORDER BY d.image");
        using var rows = select.Read();
        while (rows.Read())
        {
            var invalid = Rows.Text(rows, 3) is not null;
            var states = rows.GetString(4).Select(code => invalid ? LabelState.Invalid : Rating.OfCode((byte)(code - '0')).Side);
            text.Write(CsvText.Line([rows.GetString(0), rows.GetString(1), rows.GetString(2), .. states.Select(Word)]));
        }
    }

    private static string Word(LabelState state) => state == LabelState.Missing ? "" : Core.Agreement.AgreementPolicy.Word(state);
}
