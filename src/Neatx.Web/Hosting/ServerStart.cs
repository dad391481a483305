namespace Neatx.Web.Hosting;

/// <summary>A server that has started.</summary>
/// <param name="Urls">Where it listens.</param>
/// <param name="Links">Whom each link lets in, and its path; at the first start only.</param>
/// <param name="Added">Images that are new in the campaign.</param>
/// <param name="WithoutFilm">Images left out, as their film is not there.</param>
/// <param name="HasPages">Whether the pages were built.</param>
public sealed record ServerStart(IReadOnlyList<string> Urls, IReadOnlyList<(string Whom, string Path)> Links, int Added, int WithoutFilm, bool HasPages);
