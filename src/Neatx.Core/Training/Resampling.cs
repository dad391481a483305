namespace Neatx.Core.Training;

/// <summary>How a film is brought to another size.</summary>
public enum Resampling
{
    /// <summary>
    /// As scikit-image's <c>resize</c> does by default: linear interpolation after a Gaussian of sigma (s - 1) / 2 where the film shrinks by
    /// s &gt; 1, cut off at four sigma. Every pixel of the film counts, so thin lines stay.
    /// </summary>
    Antialiased,

    /// <summary>
    /// Linear interpolation between the nearest two by two pixels alone, as TensorFlow's <c>resize_with_pad</c> does by default and the script released
    /// with the NEATX paper has it. Of a film that shrinks by six it reads a ninth of the pixels, so noise stays and thin lines may break.
    /// </summary>
    Bilinear,
}
