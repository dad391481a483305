namespace Neatx.Workspace.Catalog;

/// <summary>What a cell says of an image's findings.</summary>
/// <param name="Names">Harmonised names, each once; empty when it says that there is none.</param>
/// <param name="Raw">The names as in the file where they were normalised, or null.</param>
/// <param name="Contradictory">True when it says "none" beside names.</param>
internal sealed record FindingList(string[] Names, string[]? Raw = null, bool Contradictory = false);
