namespace Neatx.Imaging.Duplicates;

/// <summary>Two images that look the same.</summary>
/// <param name="First">The one that comes first in the list that was searched.</param>
/// <param name="Second">The other.</param>
/// <param name="Distance">Bits of their hashes that differ.</param>
public sealed record NearDuplicatePair(HashedImage First, HashedImage Second, int Distance)
{
    /// <summary>The images are said to be of different patients: one of the two is named wrong, or a film was filed twice.</summary>
    public bool CrossesPatients => First.Patient != Second.Patient;

    /// <summary>The images are in different parts of a split, so that what is tested was trained on.</summary>
    public bool CrossesParts => First.Part is not null && Second.Part is not null && First.Part != Second.Part;
}
