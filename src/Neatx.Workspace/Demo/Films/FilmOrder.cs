using Neatx.Imaging.Phantom;

namespace Neatx.Workspace.Demo.Films;

/// <summary>A film to be made.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Scene">What it shows.</param>
internal sealed record FilmOrder(string Name, PhantomScene Scene);
