namespace Neatx.Learning.Features;

/// <summary>
/// Outputs of the frozen part of a network, one an image: read from a cache, or computed anew each time. Both give the same bits where the cache
/// keeps float32. One call at a time.
/// </summary>
public interface IFeatureSource : IDisposable
{
    /// <summary>Images, refused ones included.</summary>
    int Count { get; }

    /// <summary>Of one image: channels, height, width, or the one of a vector.</summary>
    IReadOnlyList<int> Dimensions { get; }

    /// <summary>Images without features, and why: place in the list to refusal.</summary>
    IReadOnlyDictionary<int, Imaging.Films.Refusal> Refused { get; }

    /// <summary>The features of some images, in any order.</summary>
    /// <param name="images">Places in the list, from 0; none of them refused.</param>
    /// <param name="values">Image after image; exactly as long as their features.</param>
    /// <exception cref="ArgumentException">An image was refused, or the values have another length.</exception>
    void Read(ReadOnlySpan<int> images, Memory<float> values);
}
