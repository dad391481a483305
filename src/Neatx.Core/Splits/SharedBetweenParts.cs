namespace Neatx.Core.Splits;

/// <summary>What two parts have in common, counted from the list of members. Both counts are 0 for every split that exists.</summary>
/// <param name="First">The name of one part.</param>
/// <param name="Second">The name of the other.</param>
/// <param name="Patients">Patients with images in both.</param>
/// <param name="Images">Images in both.</param>
public sealed record SharedBetweenParts(string First, string Second, int Patients, int Images);
