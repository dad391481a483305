namespace Neatx.Core.Evaluation;

/// <summary>The names of the statistics of scores, as JSON, protocols and reports write them, with a line on each.</summary>
public static class EvaluationNames
{
    public const string Auc = "auc";
    public const string AveragePrecision = "average_precision";
    public const string Brier = "brier";
    public const string CalibrationError = "ece";

    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        [Auc] = "chance that a positive image scores above a negative one, ties counting half",
        [AveragePrecision] = "mean precision over thresholds, weighted by the recall each adds; chance level is the prevalence",
        [Brier] = "mean squared distance between score and state; 0 is perfect (Brier 1950)",
        [CalibrationError] = "mean distance between score and share of positives over bins of equal width, the last closed",
    };

    /// <summary>In the order in which reports list them.</summary>
    public static IReadOnlyList<string> All { get; } = [Auc, AveragePrecision, Brier, CalibrationError];

    /// <summary>One line on a statistic.</summary>
    /// <exception cref="ArgumentException">There is no statistic of this name.</exception>
    public static string Describe(string name) => Descriptions.TryGetValue(name, out var description)
        ? description
        : throw new ArgumentException($"There is no statistic '{name}'; the names are {string.Join(", ", All)}.", nameof(name));
}
