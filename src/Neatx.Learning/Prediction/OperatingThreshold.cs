namespace Neatx.Learning.Prediction;

/// <summary>From which score on an image is called positive for a finding, and who says so.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Threshold">A probability; images at or above it are positive.</param>
/// <param name="Source">For instance "Youden on validation: 708 images, 120 positive, sensitivity 0.912, specificity 0.883".</param>
public sealed record OperatingThreshold(string Finding, double Threshold, string Source);
