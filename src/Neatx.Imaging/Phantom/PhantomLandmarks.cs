namespace Neatx.Imaging.Phantom;

/// <summary>Where parts of the patient are on a phantom film, in pixels from the upper left corner, and the size of the heart.</summary>
/// <param name="CarinaX">The fork of the windpipe.</param>
/// <param name="CarinaY">The fork of the windpipe.</param>
/// <param name="StomachY">The diaphragm where the gullet passes it; the stomach is below.</param>
/// <param name="CardiothoracicRatio">The heart's width over the chest's, inside the ribs: above .5 in cardiomegaly, below .5 otherwise.</param>
public sealed record PhantomLandmarks(double CarinaX, double CarinaY, double StomachY, double CardiothoracicRatio);
