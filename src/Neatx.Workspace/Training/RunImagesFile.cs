namespace Neatx.Workspace.Training;

/// <summary>An images.parquet that the runs of a sweep share.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Sha256">Of its bytes.</param>
internal sealed record RunImagesFile(string Path, string Sha256);
