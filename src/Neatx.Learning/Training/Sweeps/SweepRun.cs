using Neatx.Core.Training;

namespace Neatx.Learning.Training.Sweeps;

/// <summary>One run of a sweep, as it ended.</summary>
/// <param name="Name">The name of its folder.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="State">Its state.json.</param>
/// <param name="Elapsed">How long it took here, or null where its results stood already.</param>
/// <param name="Message">What went wrong, or null.</param>
public sealed record SweepRun(string Name, string Folder, RunLifecycle State, TimeSpan? Elapsed, string? Message);
