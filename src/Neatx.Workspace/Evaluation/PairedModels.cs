using Neatx.Core.Statistics;

namespace Neatx.Workspace.Evaluation;

/// <summary>The mean AUC of one model minus that of another, on the same images.</summary>
public sealed record PairedModels(string A, string B, string Labels, string Finding, Statistic AucDifference, Statistic Z);
