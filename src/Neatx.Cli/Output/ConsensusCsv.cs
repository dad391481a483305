using System.Globalization;
using System.Text;
using Neatx.Core.Labels.Consensus;

namespace Neatx.Cli.Output;

/// <summary>Labels as a CSV table: item, label, probability, support.</summary>
internal static class ConsensusCsv
{
    public static void Write(Stream stream, ConsensusLabels labels)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(CsvText.Line("item", "label", "probability", "support"));
        for (var item = 0; item < labels.Items.Count; item++)
        {
            var consensus = labels.Items[item];
            writer.Write(CsvText.Line(
                labels.Ratings.Items[item],
                labels.LabelOf(item),
                consensus.Probability?.ToString("R", CultureInfo.InvariantCulture) ?? "",
                consensus.Support.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
