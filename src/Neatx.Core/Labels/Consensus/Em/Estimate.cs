namespace Neatx.Core.Labels.Consensus.Em;

/// <summary>What a model rule learned.</summary>
/// <param name="Posterior">Items x classes; zeros for items that took no part.</param>
/// <param name="Difficulty">Per item (1/beta), or null for a model without.</param>
internal sealed record Estimate(double[] Posterior, RaterEstimate[] Raters, ModelFit Fit, double[]? Difficulty = null);
