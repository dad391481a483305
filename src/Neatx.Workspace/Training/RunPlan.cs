using Neatx.Core.Training;

namespace Neatx.Workspace.Training;

/// <summary>A run that is to be trained, or was.</summary>
/// <param name="Name">For instance "densenet121.seed1".</param>
/// <param name="Fold">The fold that tests, or null.</param>
/// <param name="Folder">The run folder, relative to the folder of the protocol's run.</param>
/// <param name="Path">The same, absolute.</param>
/// <param name="Config">Its run.json.</param>
internal sealed record RunPlan(string Name, int? Fold, string Folder, string Path, RunConfig Config);
