using System.Runtime.InteropServices;

namespace Neatx.Core.Evaluation;

/// <summary>One threshold of a ROC curve.</summary>
/// <param name="Threshold">Images at or above it are called positive; positive infinity calls none.</param>
/// <param name="FalsePositiveRate">1 - specificity, in [0, 1].</param>
/// <param name="Sensitivity">The true positive rate, in [0, 1].</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RocPoint(double Threshold, double FalsePositiveRate, double Sensitivity);
