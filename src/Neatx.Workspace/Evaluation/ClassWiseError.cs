using Neatx.Core.Statistics;

namespace Neatx.Workspace.Evaluation;

/// <summary>The mean over findings of a model's calibration errors against a label set: mean and SD over seeds.</summary>
public sealed record ClassWiseError(string Model, string Labels, Statistic Mean, Statistic StandardDeviation);
