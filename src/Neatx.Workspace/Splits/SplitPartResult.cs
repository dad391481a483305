namespace Neatx.Workspace.Splits;

/// <summary>One part, or one fold.</summary>
/// <param name="Part">Its name.</param>
/// <param name="Asked">The share of images it was to have.</param>
/// <param name="Share">The share it has.</param>
/// <param name="Images">Its images.</param>
/// <param name="Patients">Its patients.</param>
public sealed record SplitPartResult(string Part, double Asked, double Share, int Images, int Patients);
