namespace Neatx.Learning.Prediction;

/// <summary>How operating thresholds are chosen. By default Youden's, on the validation part of the run.</summary>
public sealed record ThresholdChoice
{
    /// <summary>The highest threshold that reaches this sensitivity on the validation part, in (0, 1]; null for none. Default: null.</summary>
    public double? Sensitivity { get; init; }

    /// <summary>The lowest threshold that reaches this specificity on the validation part, in (0, 1]; null for none. Default: null.</summary>
    public double? Specificity { get; init; }

    /// <summary>Thresholds that were chosen elsewhere, by finding; under an empty name the one of all others. Default: none.</summary>
    public IReadOnlyDictionary<string, double> Given { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Nothing was chosen: what a detector brings along stands.</summary>
    public bool IsDefault => Sensitivity is null && Specificity is null && Given.Count == 0;

    /// <summary>The threshold given for a finding, or null.</summary>
    public double? For(string finding) => Given.TryGetValue(finding, out var own) ? own : Given.TryGetValue("", out var all) ? all : null;
}
