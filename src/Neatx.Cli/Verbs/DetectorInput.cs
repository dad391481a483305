using System.CommandLine;
using System.Globalization;
using Neatx.Cli.Parsing;
using Neatx.Learning.Prediction;

namespace Neatx.Cli.Verbs;

/// <summary>How a verb is told which detector, and from which score on it calls an image positive.</summary>
internal sealed class DetectorInput
{
    private readonly Option<string[]> _threshold = OptionKinds.Texts("--threshold", "[FINDING=]P", "Positive from this score on. Default: Youden's on the validation part.");
    private readonly Option<double?> _sensitivity = OptionKinds.ShareOrNone("--sensitivity", "The highest threshold that reaches this sensitivity on validation.");
    private readonly Option<double?> _specificity = OptionKinds.ShareOrNone("--specificity", "The lowest threshold that reaches this specificity on validation.");

    public DetectorInput(Command verb)
    {
        foreach (var option in (Option[])[_threshold, _sensitivity, _specificity]) verb.Add(option);
    }

    /// <summary>The detector of a run folder or an exported file.</summary>
    /// <exception cref="NeatxException">It cannot be read, or the thresholds make no sense.</exception>
    public DetectorModel Read(ParseResult parsed, string path) => Directory.Exists(path) ? RunDetector.Read(path, Choice(parsed)) : DetectorModel.OfFile(path, Choice(parsed));

    public ThresholdChoice Choice(ParseResult parsed)
    {
        var (sensitivity, specificity) = (parsed.GetValue(_sensitivity), parsed.GetValue(_specificity));
        if (sensitivity is not null && specificity is not null) throw new NeatxException("give --sensitivity or --specificity, not both: each decides the threshold.");
        var given = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var text in parsed.GetValue(_threshold)!)
        {
            var cut = text.LastIndexOf('=');
            var (finding, number) = (cut < 0 ? "" : text[..cut], text[(cut + 1)..]);
            if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (>= 0 and <= 1))
                throw new NeatxException($"--threshold takes a number from 0 to 1, or FINDING=NUMBER, not {Wording.Quote(text)}.");
            if (!given.TryAdd(finding, value)) throw new NeatxException($"--threshold is given twice for {(finding.Length == 0 ? "all findings" : Wording.Quote(finding))}.");
        }

        return new ThresholdChoice { Sensitivity = sensitivity, Specificity = specificity, Given = given };
    }
}
