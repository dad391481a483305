using System.Runtime.InteropServices;

namespace Neatx.Core.Evaluation;

/// <summary>One threshold of a precision-recall curve.</summary>
/// <param name="Threshold">Images at or above it are called positive.</param>
/// <param name="Recall">The sensitivity, in [0, 1].</param>
/// <param name="Precision">The positive predictive value, in [0, 1].</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PrecisionRecallPoint(double Threshold, double Recall, double Precision);
