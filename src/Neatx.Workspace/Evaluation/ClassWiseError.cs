using Neatx.Core.Statistics;

namespace Neatx.Workspace.Evaluation;

/// <summary>The mean over findings of a model's calibration errors against a label set: mean and SD over seeds.</summary>
/// <param name="Model">The model.</param>
/// <param name="Labels">The label set.</param>
/// <param name="Findings">How many findings the mean is over.</param>
/// <param name="N">Images with a decided label, added over these findings.</param>
/// <param name="Bins">Of equal width from 0 to 1, each closed below and open above, but the last, which holds 1 too.</param>
/// <param name="Mean">Over seeds.</param>
/// <param name="StandardDeviation">Over seeds, n - 1.</param>
public sealed record ClassWiseError(string Model, string Labels, int Findings, int N, int Bins, Statistic Mean, Statistic StandardDeviation);
