namespace Neatx.Core.Splits;

/// <summary>How large a part came out.</summary>
/// <param name="Part">Its name.</param>
/// <param name="Patients">Its patients.</param>
/// <param name="Images">Its images.</param>
/// <param name="Share">Its share of all images, in [0, 1].</param>
public sealed record PartSize(string Part, int Patients, int Images, double Share);
