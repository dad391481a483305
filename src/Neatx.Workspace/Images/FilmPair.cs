namespace Neatx.Workspace.Images;

/// <summary>Two films that look the same and are said to be of different patients.</summary>
/// <param name="ImageA">The one that comes first in the dataset.</param>
/// <param name="PatientA">Its patient.</param>
/// <param name="ImageB">The other.</param>
/// <param name="PatientB">Its patient.</param>
/// <param name="Distance">Bits of 256 in which their perceptual hashes differ.</param>
public sealed record FilmPair(string ImageA, string PatientA, string ImageB, string PatientB, int Distance);
