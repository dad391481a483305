using System.Collections.Concurrent;
using Neatx.Web.Store;

namespace Neatx.Web.Films;

/// <summary>Where the films of images are. Safe for any number of threads: each reads over a connection of its own, which is kept for the next.</summary>
internal sealed class FilmFiles(CampaignStore store) : IDisposable
{
    private readonly ConcurrentBag<CampaignReader> _readers = [];

    /// <summary>The file of an image's film; null where it is not known.</summary>
    public string? PathOf(int image) => Find(image)?.Path;

    /// <summary>The image's name in its dataset; for looking things up, never for people who rate.</summary>
    public string? NameOf(int image) => Find(image)?.Name;

    private StoredImage? Find(int image)
    {
        var reader = _readers.TryTake(out var free) ? free : store.OpenReader();
        var found = reader.Image(image);
        // Only of a reader that works: one whose connection broke is not put back.
        _readers.Add(reader);
        return found;
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader)) reader.Dispose();
    }
}
