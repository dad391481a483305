using System.Text.Json.Serialization;
using Neatx.Core.Evaluation;
using Neatx.Core.Statistics;

namespace Neatx.Workspace.Evaluation;

/// <summary>One model against one label set for one finding.</summary>
public sealed record EvaluationCell
{
    public required string Model { get; init; }

    public required string Labels { get; init; }

    public required string Finding { get; init; }

    /// <summary>Images with a decided label and scores of all models of the table.</summary>
    public int N { get; init; }

    public int Positives { get; init; }

    public int Negatives { get; init; }

    /// <summary>Null when unknown.</summary>
    public int? Patients { get; init; }

    /// <summary>Scored images whose label the policy left out.</summary>
    public int Dropped { get; init; }

    /// <summary>
    /// auc, average_precision, brier and ece, each the mean over seeds, followed by its standard deviation over seeds (n - 1) as auc_sd and so on. The
    /// intervals of auc are over patients.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, Statistic>> Statistics { get; init; }

    public IReadOnlyList<EvaluatedRun> Runs { get; init; } = [];

    /// <summary>Sensitivity at each false positive rate, averaged over seeds.</summary>
    public IReadOnlyList<CurvePoint> Roc { get; init; } = [];

    /// <summary>Precision at each recall, averaged over seeds.</summary>
    public IReadOnlyList<CurvePoint> PrecisionRecall { get; init; } = [];

    public IReadOnlyList<CalibrationPoint> Calibration { get; init; } = [];

    /// <summary>Why the AUC is to be doubted, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>The mean AUC over seeds, with its intervals over patients.</summary>
    [JsonIgnore]
    public Statistic Auc => this[EvaluationNames.Auc];

    /// <summary>The standard deviation of the AUC over seeds.</summary>
    [JsonIgnore]
    public Statistic AucSpread => this[EvaluationStage.StandardDeviation(EvaluationNames.Auc)];

    /// <summary>The statistic of that name.</summary>
    /// <exception cref="KeyNotFoundException">No such statistic.</exception>
    public Statistic this[string name] => Statistics.FirstOrDefault(pair => pair.Key == name) is { Key: not null } found
        ? found.Value
        : throw new KeyNotFoundException($"No statistic '{name}' in this cell.");
}
