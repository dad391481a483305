namespace Neatx.Workspace.Images;

/// <summary>A film that cannot be used.</summary>
/// <param name="Image">Its id.</param>
/// <param name="Path">Where it was looked for, from the data folder.</param>
/// <param name="Reason">One word, to count by.</param>
/// <param name="Detail">What was found.</param>
/// <param name="NextStep">What the user can do.</param>
public sealed record FilmProblem(string Image, string Path, string Reason, string Detail, string NextStep);
