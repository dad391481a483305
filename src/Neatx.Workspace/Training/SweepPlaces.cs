using Neatx.Core.Training;

namespace Neatx.Workspace.Training;

/// <summary>Where the runs of a sweep find things.</summary>
/// <param name="Resolve">The full path of a file of the protocol's run.</param>
/// <param name="ImageFolder">The folder that paths of films start from, absolute.</param>
/// <param name="Preprocessing">How films are prepared.</param>
/// <param name="FilmsDigest">Over the contents of all films.</param>
/// <param name="Synthetic">True when they are simulated.</param>
internal sealed record SweepPlaces(Func<string, string> Resolve, string ImageFolder, PreprocessingOptions Preprocessing, string FilmsDigest, bool Synthetic);
